#pragma once

#include "app/cheque/cheque_calls.h"
#include "app/shell/context.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace nextgen::ui {
class Banner;
class BusyLine;
class Form;
class JalaliDateEdit;
}  // namespace nextgen::ui

namespace nextgen::cheque {

/// One move of one or several cheques: when it happened, and a note. It sends nothing itself: whoever opened
/// it does on submitted(), and says how it ended.
class MoveDialog : public QDialog {
    Q_OBJECT

  public:
    /// `cheques` are those that can take the move; `leftOut` of the chosen ones cannot.
    MoveDialog(shell::Context& context, Move move, std::vector<Cheque> cheques, std::size_t leftOut,
               QWidget* parent);

    Move move() const { return m_move; }
    const std::vector<Cheque>& cheques() const { return m_cheques; }
    /// The same for the same date and note: a repeat after a lost answer moves nothing twice.
    QString idempotencyKey() const { return m_key; }
    std::shared_ptr<client::Cancellation> cancellation() const { return m_cancellation; }

    void showProgress(std::size_t done);
    void showFailure(const client::Failure& failure);

  signals:
    void submitted(const nextgen::cheque::MoveRequest& request);

  protected:
    void reject() override;

  private:
    void submit();
    void setBusy(bool isBusy);

    shell::Context& m_context;
    Move m_move;
    std::vector<Cheque> m_cheques;
    QString m_key;
    std::shared_ptr<client::Cancellation> m_cancellation;
    bool m_isBusy = false;
    ui::Form* m_form;
    ui::JalaliDateEdit* m_date;
    QLineEdit* m_note;
    ui::BusyLine* m_busyLine;
    QLabel* m_progress;
    QPushButton* m_ok;
    QPushButton* m_cancel;
};

}  // namespace nextgen::cheque
