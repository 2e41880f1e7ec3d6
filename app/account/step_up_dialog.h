#pragma once

#include "app/shell/context.h"

#include <QDialog>
#include <QFuture>
#include <QPromise>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace nextgen::ui {
class BusyLine;
class Form;
}  // namespace nextgen::ui

namespace nextgen::account {

/// Asks whoever is signed in for the password again, or for a code where there is a second factor: what costs
/// money or opens secrets wants to know that it is still the same person.
class StepUpDialog : public QDialog {
    Q_OBJECT

  public:
    /// Opens one above `parent`. True once the server has the proof; it finishes however the dialog ends.
    static QFuture<bool> ask(shell::Context& context, QWidget* parent);

    StepUpDialog(shell::Context& context, QWidget* parent);
    ~StepUpDialog() override;

    void reject() override;

  private:
    void askFor(bool isCode);
    void submit();
    void settle(bool isProved);

    shell::Context& m_context;
    QPromise<bool> m_proved;
    bool m_isCode = false;
    bool m_isBusy = false;
    bool m_isSettled = false;
    ui::Form* m_form;
    QLineEdit* m_proof;
    QToolButton* m_otherWay;
    QPushButton* m_ok;
    ui::BusyLine* m_busyLine;
};

}  // namespace nextgen::account
