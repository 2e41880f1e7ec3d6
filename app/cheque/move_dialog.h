#pragma once

#include "app/cheque/cheque_calls.h"
#include "app/shell/context.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace nextgen::ui {
class Banner;
class BusyLine;
class Form;
class JalaliDateEdit;
}  // namespace nextgen::ui

namespace nextgen::cheque {

/// One move of one or several cheques: when it happened, what follows from it in words, and a note. It sends
/// nothing itself: whoever opened it does on submitted(), and says how it ended.
class MoveDialog : public QDialog {
    Q_OBJECT

  public:
    /// `cheques` are those that can take the move; `leftOut` of the chosen ones cannot.
    /// `consequences`: what follows from it, for a move whose name does not say all; may be empty.
    MoveDialog(shell::Context& context, Move move, std::vector<Cheque> cheques, std::size_t leftOut,
               QWidget* parent, const QString& consequences = {});

    Move move() const { return m_move; }
    const std::vector<Cheque>& cheques() const { return m_cheques; }
    /// The same as long as nothing is typed anew: a repeat after a lost answer moves nothing twice.
    QString idempotencyKey() const { return m_key; }
    std::shared_ptr<client::Cancellation> cancellation() const { return m_cancellation; }

    void showProgress(std::size_t done);
    void showFailure(const client::Failure& failure);

  signals:
    void submitted(const nextgen::cheque::MoveDetails& details);

  protected:
    void reject() override;

    /// What is typed, sent when faults() finds nothing.
    virtual MoveDetails details() const { return typedRequest(); }
    virtual Errors faults() const;
    /// Whether something would be lost.
    virtual bool hasTyped() const;

    /// What every move takes.
    MoveRequest typedRequest() const;
    ui::Form& form() { return *m_form; }
    /// The note and what stands below it; after all other rows, so that Tab goes through them in order.
    void finish();
    /// What is sent is another thing now.
    void edited() { m_key = client::newIdempotencyKey(); }
    void setConsequences(const QString& sentences);

    /// A move with rows of its own: whoever derives adds them and finishes.
    struct WithRows {};
    static constexpr WithRows withRows{};
    MoveDialog(shell::Context& context, Move move, std::vector<Cheque> cheques, std::size_t leftOut,
               QWidget* parent, WithRows);

    shell::Context& m_context;

  private:
    void submit();
    void setBusy(bool isBusy);

    Move m_move;
    std::vector<Cheque> m_cheques;
    QString m_key;
    std::shared_ptr<client::Cancellation> m_cancellation;
    bool m_isBusy = false;
    QVBoxLayout* m_layout;
    ui::Form* m_form;
    ui::JalaliDateEdit* m_date;
    QLineEdit* m_note;
    QLabel* m_consequences;
    ui::BusyLine* m_busyLine;
    QLabel* m_progress;
    QPushButton* m_ok;
    QPushButton* m_cancel;
};

}  // namespace nextgen::cheque
