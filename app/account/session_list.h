#pragma once

#include "app/shell/context.h"
#include "shared/account/account.h"

#include <QWidget>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace nextgen::ui {
class Banner;
class BusyLine;
}  // namespace nextgen::ui

namespace nextgen::account {

/// Where a person is signed in, latest first, and a button to end each of them: at once, on every server.
class SessionList : public QWidget {
    Q_OBJECT

  public:
    SessionList(shell::Context& context, QWidget* parent = nullptr);

    /// Whose; without an id one's own.
    void load(UserId person = {});
    int count() const { return static_cast<int>(m_sessions.size()); }

  protected:
    void changeEvent(QEvent* event) override;

  private:
    bool mayEnd() const;
    void showSessions();
    void end(SessionId session);
    void endAll();
    void ask(QCoro::Task<client::Answer<void>> task);
    void retranslate();

    shell::Context& m_context;
    UserId m_person;
    std::vector<Session> m_sessions;
    int m_calls = 0;

    ui::BusyLine* m_busyLine;
    ui::Banner* m_trouble;
    QLabel* m_nothing;
    QPushButton* m_endAll;
    QWidget* m_cards;
    QVBoxLayout* m_cardLayout;
};

}  // namespace nextgen::account
