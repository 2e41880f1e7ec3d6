#pragma once

#include "app/shell/context.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace nextgen::ui {
class BusyLine;
class Form;
}  // namespace nextgen::ui

namespace nextgen::account {

/// A new password, typed twice. What is wrong with it is said as soon as it is typed, by the server's own
/// rules.
class PasswordPanel : public QWidget {
    Q_OBJECT

  public:
    enum class Purpose {
        Change,  ///< the person knows the old one
        Reset,   ///< the person was sent a token
    };

    PasswordPanel(shell::Context& context, Purpose purpose, QWidget* parent = nullptr);

    /// The old one where it was just typed: it is not asked for again.
    void setOldPassword(const QString& password);
    /// Empty, with the keyboard in it.
    void begin();

  signals:
    /// The server took it.
    void done();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    QLineEdit* addLine(const QString& name, bool isHidden);
    /// What is wrong with the new one; empty: nothing.
    QString faultOfNew() const;
    void submit();
    void setBusy(bool isBusy);
    void take(const client::Answer<void>& answer);

    shell::Context& m_context;
    const Purpose m_purpose;
    QString m_oldPassword;
    bool m_isBusy = false;
    ui::Form* m_form;
    QLineEdit* m_proof;  ///< the old password, or the token
    QLineEdit* m_new;
    QLineEdit* m_again;
    QLabel* m_hint;
    QPushButton* m_submit;
    ui::BusyLine* m_busyLine;
};

}  // namespace nextgen::account
