#pragma once

#include "app/shell/context.h"

#include <QList>
#include <QWidget>
#include <memory>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace nextgen::ui {
class Banner;
class BusyLine;
}  // namespace nextgen::ui

namespace nextgen::account {

/// What a person typed as the server's address, made whole: a missing scheme is http on this machine and
/// https elsewhere. Invalid when it is no address.
QUrl readServerAddress(const QString& text);

class PasswordPanel;
class SecondFactorPanel;

/// The first window: where, who, password, and a code of who has a second factor; then what has to be done
/// first, or a forgotten password. It tells the session; whoever listens to that opens what comes next.
class SignInWindow : public QWidget {
    Q_OBJECT

  public:
    /// The place fills the fields; nothing is asked of the server until the person does.
    SignInWindow(shell::Context& context, const client::Place& place, QWidget* parent = nullptr);

    /// Goes on with the keychain's token, when there is one for the place that is shown.
    void resume();
    void setMessage(const QString& text, ui::Tone tone);
    /// Signed in, but the session's duty comes first.
    void showDuty();

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    QWidget* makeDoor();
    QWidget* makeReset();
    void retranslate();
    client::Place place() const;
    /// The fields that have to be filled in are; the rest are marked and said.
    bool isFilledIn(const QList<QLineEdit*>& fields);
    void signIn();
    void refused(const client::Failure& failure);
    void askForReset();
    void showStep(QWidget* step);
    void backToDoor();
    void dutyIsDone();
    void setBusy(bool isBusy);
    void judgeAddress();

    shell::Context& m_context;
    QLabel* m_brand;
    QLabel* m_subtitle;
    QToolButton* m_language;
    QToolButton* m_scheme;
    ui::Banner* m_message;
    ui::BusyLine* m_busyLine;
    QStackedWidget* m_steps;
    QWidget* m_door;
    QWidget* m_reset;
    PasswordPanel* m_ownPassword;
    PasswordPanel* m_resetPassword;
    SecondFactorPanel* m_factor;
    QPushButton* m_back;
    QLabel* m_serverLabel;
    QLabel* m_tenantLabel;
    QLabel* m_emailLabel;
    QLabel* m_passwordLabel;
    QLabel* m_codeLabel;
    QLabel* m_addressWarning;
    QLineEdit* m_server;
    QLineEdit* m_tenant;
    QLineEdit* m_email;
    QLineEdit* m_password;
    QLineEdit* m_code;
    QCheckBox* m_keep;
    QPushButton* m_signIn;
    QToolButton* m_forgot;
    std::shared_ptr<client::Cancellation> m_cancellation;
    bool m_isBusy = false;
};

}  // namespace nextgen::account
