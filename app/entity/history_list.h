#pragma once

#include "app/entity/entity_calls.h"
#include "app/shell/context.h"

#include <QWidget>
#include <map>
#include <utility>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace nextgen::ui {
class Banner;
class BusyLine;
}  // namespace nextgen::ui

namespace nextgen::entity {

/// Who changed what of one record and when, newest first.
class HistoryList : public QWidget {
    Q_OBJECT

  public:
    HistoryList(shell::Context& context, const api::Entity& entity, QWidget* parent = nullptr);

    void load(std::int64_t id);
    int count() const { return static_cast<int>(m_entries.size()); }
    /// The lines of an entry as they are shown.
    QString textOf(int entry) const;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void ask(const QString& cursor);
    void showEntries();
    void nameReferences();
    QString headOf(const HistoryEntry& entry) const;
    QString linesOf(const HistoryEntry& entry) const;
    QString worded(const describe::FieldInfo& field, const ui::FieldValue& value) const;

    shell::Context& m_context;
    const api::Entity& m_entity;
    std::int64_t m_id = 0;
    std::vector<HistoryEntry> m_entries;
    /// Titles of the records that references named, by schema and id; empty while they are asked for.
    std::map<std::pair<std::string_view, std::int64_t>, QString> m_names;
    QString m_nextCursor;
    bool m_isLoading = false;

    ui::BusyLine* m_busyLine;
    ui::Banner* m_error;
    QLabel* m_nothing;
    QVBoxLayout* m_list;
    QPushButton* m_more;
};

}  // namespace nextgen::entity
