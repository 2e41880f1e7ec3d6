#pragma once

#include "app/entity/entity_calls.h"
#include "app/entity/links.h"
#include "app/shell/context.h"

#include <QWidget>
#include <map>
#include <utility>
#include <vector>

class QVBoxLayout;

namespace nextgen::entity {

/// Entries of the audit trail in words: who did what when, and each field from what to what. The names of
/// records that are mentioned are asked of the server.
class HistoryCards : public QWidget {
    Q_OBJECT

  public:
    explicit HistoryCards(shell::Context& context, QWidget* parent = nullptr);

    void setEntries(std::vector<HistoryEntry> entries);
    void append(std::vector<HistoryEntry> entries);
    int count() const { return static_cast<int>(m_entries.size()); }
    /// An entry as it is shown.
    QString textOf(int entry) const;

  signals:
    void pageWanted(const QString& id, const nextgen::shell::PageTarget& target);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    enum class Form { Plain, Linked };

    void showEntries();
    void nameReferences();
    void nameRecord(const ui::RecordLink& link);
    QString headOf(const HistoryEntry& entry, Form form) const;
    QStringList linesOf(const HistoryEntry& entry, Form form) const;
    QString worded(const FieldMove& move, const ui::FieldValue& value, Form form) const;
    QString linked(const ui::RecordLink& link, const QString& words, Form form) const;

    shell::Context& m_context;
    std::vector<HistoryEntry> m_entries;
    /// Titles of the records that are mentioned, by schema and id; empty while they are asked for.
    std::map<std::pair<std::string_view, std::int64_t>, QString> m_names;
    QVBoxLayout* m_list;
};

}  // namespace nextgen::entity
