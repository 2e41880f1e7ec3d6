#pragma once

#include "app/cheque/move_dialog.h"

class QCheckBox;
class QComboBox;

namespace nextgen::ui {
class CodeEdit;
class MoneyEdit;
}  // namespace nextgen::ui

namespace nextgen::cheque {

/// A bank refused cheques: why, by which certificate, what it took for that and who pays it, and in words
/// what follows. Of several together it asks for no certificate, which is of one cheque.
///
/// Keys: Enter goes from field to field, Ctrl+S records the bounce from anywhere.
class BounceDialog : public MoveDialog {
    Q_OBJECT

  public:
    BounceDialog(shell::Context& context, std::vector<Cheque> cheques, std::size_t leftOut, QWidget* parent);

  protected:
    MoveDetails details() const override;
    Errors faults() const override;
    bool hasTyped() const override;

  private:
    void changed();
    QString consequences() const;

    QComboBox* m_reason;
    ui::CodeEdit* m_certificate;
    ui::JalaliDateEdit* m_certificateOn;
    ui::MoneyEdit* m_fee;
    QCheckBox* m_isFeeDealers;
};

}  // namespace nextgen::cheque
