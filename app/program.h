#pragma once

#include "app/account/sign_in_window.h"
#include "app/shell/main_window.h"

#include <QObject>
#include <memory>

namespace nextgen {

/// Which window is open when: sign-in first, then the main window; sign-in again above it when the session
/// ends.
class Program : public QObject {
    Q_OBJECT

  public:
    Program(shell::Context& context, std::vector<shell::Page> pages, client::Place place, QObject* parent = nullptr);
    ~Program() override;

    /// Shows the first window; with isResuming it goes on with the keychain's token when there is one.
    void start(bool isResuming);
    /// Comes to the front and opens the link, which may be empty: now, or once somebody has signed in.
    void openLink(const QString& link);

    account::SignInWindow* signInWindow() const { return m_signIn.get(); }
    shell::MainWindow* mainWindow() const { return m_main.get(); }

  private:
    /// What a question belongs above.
    QWidget* front() const;
    void openMain();
    void openSignIn(QWidget* above);

    shell::Context& m_context;
    std::vector<shell::Page> m_pages;
    client::Place m_place;
    UserId m_shownUser;
    QString m_storeProblem;
    QString m_link;  ///< waits for somebody to sign in
    std::unique_ptr<shell::MainWindow> m_main;
    std::unique_ptr<account::SignInWindow> m_signIn;
};

}  // namespace nextgen
