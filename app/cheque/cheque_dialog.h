#pragma once

#include "app/cheque/cheque_calls.h"
#include "app/shell/context.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace nextgen::dealer {
class DealerPicker;
}

namespace nextgen::ui {
class Banner;
class BusyLine;
class CodeEdit;
class Form;
class JalaliDateEdit;
class MoneyEdit;
}  // namespace nextgen::ui

namespace nextgen::cheque {

/// Records a cheque that came on paper. What is typed goes to the local store as it is typed, and comes back
/// when the dialog is opened again: after a crash, or when the server could not be reached.
class ChequeDialog : public QDialog {
    Q_OBJECT

  public:
    explicit ChequeDialog(shell::Context& context, QWidget* parent);

  signals:
    /// The server has it.
    void recorded(const nextgen::cheque::Cheque& cheque);

  protected:
    void done(int result) override;

  private:
    Cheque typed() const;
    void fill(const ChequeDraft& draft);
    void restoreDraft();
    void keepDraft();
    void forgetDraft();
    void edited();
    void submit();
    void setBusy(bool isBusy);
    void showFailure(const client::Failure& failure);

    shell::Context& m_context;
    QString m_key;
    QTimer m_rest;
    bool m_isBusy = false;
    bool m_isFilling = false;
    bool m_hasDraft = false;

    ui::Banner* m_restored;
    ui::Form* m_form;
    dealer::DealerPicker* m_dealer;
    ui::CodeEdit* m_sayadId;
    ui::MoneyEdit* m_amount;
    ui::JalaliDateEdit* m_dueOn;
    QComboBox* m_bank;
    QLineEdit* m_branch;
    QLineEdit* m_series;
    QLineEdit* m_serial;
    QLineEdit* m_accountNumber;
    ui::CodeEdit* m_iban;
    QLineEdit* m_drawerName;
    ui::CodeEdit* m_drawerNationalId;
    QLineEdit* m_description;
    ui::BusyLine* m_busyLine;
    QPushButton* m_save;
};

}  // namespace nextgen::cheque
