#pragma once

#include "app/entity/history_cards.h"

class QLabel;
class QPushButton;

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
    int count() const { return m_cards->count(); }
    /// The lines of an entry as they are shown.
    QString textOf(int entry) const { return m_cards->textOf(entry); }

  signals:
    void pageWanted(const QString& id, const nextgen::shell::PageTarget& target);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    void ask(const QString& cursor);
    void showState();

    shell::Context& m_context;
    const api::Entity& m_entity;
    std::int64_t m_id = 0;
    QString m_nextCursor;
    bool m_isLoading = false;

    ui::BusyLine* m_busyLine;
    ui::Banner* m_error;
    QLabel* m_nothing;
    HistoryCards* m_cards;
    QPushButton* m_more;
};

}  // namespace nextgen::entity
