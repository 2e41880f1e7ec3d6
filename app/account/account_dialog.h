#pragma once

#include "app/shell/context.h"

#include <QDialog>

namespace nextgen::ui {
class Tabs;
}

namespace nextgen::account {

class PasswordPanel;
class SecondFactorPanel;
class SessionList;

/// One's own way in: the password, the second factor, and where one is signed in.
class AccountDialog : public QDialog {
    Q_OBJECT

  public:
    AccountDialog(shell::Context& context, QWidget* parent);

  private:
    PasswordPanel* m_password;
    SecondFactorPanel* m_factor;
    SessionList* m_sessions;
};

}  // namespace nextgen::account
