#pragma once

#include "app/shell/context.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace nextgen::ui {
class Banner;
class BusyLine;
}  // namespace nextgen::ui

namespace nextgen::shell {

/// What a person typed as the server's address, made whole: a missing scheme is http on this machine and
/// https elsewhere. Invalid when it is no address.
QUrl readServerAddress(const QString& text);

/// The first window: where, who, password. It tells the session; whoever listens to that opens what comes
/// next.
class SignInWindow : public QWidget {
    Q_OBJECT

  public:
    /// The place fills the fields; nothing is asked of the server until the person does.
    SignInWindow(Context& context, const client::Place& place, QWidget* parent = nullptr);

    /// Goes on with the keychain's token, when there is one for the place that is shown.
    void resume();
    void setMessage(const QString& text, ui::Tone tone);

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void retranslate();
    client::Place place() const;
    void signIn();
    void setBusy(bool isBusy);
    void judgeAddress();

    Context& m_context;
    QLabel* m_brand;
    QLabel* m_subtitle;
    QToolButton* m_language;
    QToolButton* m_scheme;
    ui::Banner* m_message;
    ui::BusyLine* m_busyLine;
    QLabel* m_serverLabel;
    QLabel* m_tenantLabel;
    QLabel* m_emailLabel;
    QLabel* m_passwordLabel;
    QLabel* m_addressWarning;
    QLineEdit* m_server;
    QLineEdit* m_tenant;
    QLineEdit* m_email;
    QLineEdit* m_password;
    QCheckBox* m_keep;
    QPushButton* m_signIn;
    std::shared_ptr<client::Cancellation> m_cancellation;
    bool m_isBusy = false;
};

}  // namespace nextgen::shell
