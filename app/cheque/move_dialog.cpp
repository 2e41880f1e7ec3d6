#include "app/cheque/move_dialog.h"

#include "app/cheque/cheque_panel.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/form.h"
#include "ui/widgets/jalali_date_edit.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace nextgen::cheque {

namespace {

constexpr int noteMax = 500;

}  // namespace

MoveDialog::MoveDialog(shell::Context& context, Move move, std::vector<Cheque> cheques, std::size_t leftOut,
                       QWidget* parent, const QString& consequences)
    : MoveDialog(context, move, std::move(cheques), leftOut, parent, withRows) {
    setConsequences(consequences);
    finish();
    m_note->setFocus();
}

MoveDialog::MoveDialog(shell::Context& context, Move move, std::vector<Cheque> cheques, std::size_t leftOut,
                       QWidget* parent, WithRows)
    : QDialog(parent),
      m_context(context),
      m_move(move),
      m_cheques(std::move(cheques)),
      m_key(client::newIdempotencyKey()) {
    setObjectName(QStringLiteral("moveDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(titleOf(move));
    setMinimumWidth(440);

    Money sum;
    for (const Cheque& cheque : m_cheques) {
        sum += cheque.amount;
    }
    const auto count = static_cast<std::int64_t>(m_cheques.size());
    auto* heading = ui::makeLabel(titleOf(move), ui::TextRole::Heading, this);
    auto* what = new QLabel(this);
    what->setWordWrap(true);
    what->setText(
        count == 1
            ? tr("Cheque %1, %2").arg(ui::showCode(m_cheques.front().sayadId), ui::showMoneyWithUnit(sum))
            : tr("Cheques: %1, together %2").arg(ui::showNumber(count), ui::showMoneyWithUnit(sum)));
    auto* without = ui::makeLabel(tr("Of the chosen cheques %1 cannot take this step and are left out.")
                                      .arg(ui::showNumber(static_cast<std::int64_t>(leftOut))),
                                  ui::TextRole::Muted, this);
    without->setWordWrap(true);
    without->setVisible(leftOut > 0);

    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(ui::space::l, ui::space::l, ui::space::l, ui::space::m);
    m_layout->setSpacing(ui::space::s);
    m_layout->addWidget(heading);
    m_layout->addWidget(what);
    m_layout->addWidget(without);
    m_layout->addSpacing(ui::space::s);

    m_form = new ui::Form(2, this);
    m_date = new ui::JalaliDateEdit;
    m_date->setToday(m_context.today());
    m_date->setValue(m_context.today());
    m_form->addRow(QStringLiteral("occurred_on"), tr("Date"), m_date, true, 2);
    connect(m_form, &ui::Form::submitted, this, &MoveDialog::submit);
    connect(m_date, &ui::JalaliDateEdit::valueChanged, this, &MoveDialog::edited);
    m_consequences = ui::makeLabel({}, ui::TextRole::Body, this);
    m_consequences->setObjectName(QStringLiteral("consequences"));
    m_consequences->setWordWrap(true);
    m_consequences->hide();
}

void MoveDialog::finish() {
    m_note = new QLineEdit;
    m_note->setMaxLength(noteMax);
    m_form->addRow(QStringLiteral("note"), tr("Note"), m_note, false, 2);
    connect(m_note, &QLineEdit::textEdited, this, &MoveDialog::edited);
    m_busyLine = new ui::BusyLine(this);
    m_progress = ui::makeLabel({}, ui::TextRole::Small, this);
    auto* buttons = new QDialogButtonBox(this);
    m_ok = buttons->addButton(titleOf(m_move), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(QStringLiteral("submitButton"));
    m_ok->setDefault(true);
    m_cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_cancel->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &MoveDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &MoveDialog::reject);

    m_layout->addWidget(m_form);
    m_layout->addWidget(m_consequences);
    m_layout->addWidget(m_progress);
    m_layout->addWidget(m_busyLine);
    m_layout->addWidget(buttons);
}

void MoveDialog::setConsequences(const QString& sentences) {
    m_consequences->setText(sentences);
    m_consequences->setVisible(!sentences.isEmpty());
    if (isVisible()) {
        // Another line of them does not squeeze the fields.
        resize(width(), std::max(height(), m_layout->totalHeightForWidth(width())));
    }
}

MoveRequest MoveDialog::typedRequest() const {
    return {m_date->value(), m_note->text().trimmed().toStdString()};
}

bool MoveDialog::hasTyped() const {
    return !m_note->text().trimmed().isEmpty();
}

Errors MoveDialog::faults() const {
    if (!m_date->value()) {
        return {{ErrorCode::DateInvalid, "/occurred_on", {}}};
    }
    if (*m_date->value() > m_context.today()) {
        return {{ErrorCode::OccurredOnInFuture, "/occurred_on", {}}};
    }
    return {};
}

void MoveDialog::submit() {
    m_form->clearErrors();
    if (const Errors errors = faults(); !errors.empty()) {
        m_form->setErrors(errors);
        return;
    }
    m_cancellation = std::make_shared<client::Cancellation>();
    setBusy(true);
    emit submitted(details());
}

void MoveDialog::setBusy(bool isBusy) {
    m_isBusy = isBusy;
    m_form->setEnabled(!isBusy);
    m_ok->setEnabled(!isBusy);
    if (!isBusy) {
        m_ok->setFocus();
    }
    m_busyLine->setBusy(isBusy);
    m_progress->clear();
}

void MoveDialog::showProgress(std::size_t done) {
    m_progress->setText(tr("%1 of %2")
                            .arg(ui::showNumber(static_cast<std::int64_t>(done)),
                                 ui::showNumber(static_cast<std::int64_t>(m_cheques.size()))));
}

void MoveDialog::showFailure(const client::Failure& failure) {
    setBusy(false);
    if (failure.isCancelled()) {
        return;
    }
    if (failure.code == ErrorCode::MoveNotAllowed) {
        QStringList allowed;
        for (const QString& name : failure.allowedMoves) {
            if (const auto known = describe::byName<Move>(name.toStdString())) {
                allowed << titleOf(*known);
            }
        }
        m_form->setGeneralError(
            allowed.isEmpty()
                ? tr("The cheque was moved meanwhile and takes no further step.")
                : tr("The cheque was moved meanwhile; now it can take: %1")
                      .arg(allowed.join(ui::currentLanguage() == Language::Persian ? QStringLiteral("، ")
                                                                                   : QStringLiteral(", "))));
        return;
    }
    bool isShown = false;
    for (const client::FieldFault& fault : failure.fields) {
        if (m_form->editor(fault.field) != nullptr) {
            m_form->setError(fault.field, fault.message);
            isShown = true;
        }
    }
    if (!isShown) {
        m_form->setGeneralError(
            failure.isLostConnection()
                ? tr("%1 Nothing is lost: try again when it is back.").arg(shell::sentenceOf(failure))
                : shell::sentenceOf(failure));
    }
}

void MoveDialog::reject() {
    if (m_isBusy) {
        m_cancellation->cancel();
        return;
    }
    if (!hasTyped() ||
        m_context.dialogs.confirm(
            this,
            {titleOf(m_move), tr("What you typed is not kept."), {}, tr("Discard what was typed"), true})) {
        QDialog::reject();
    }
}

}  // namespace nextgen::cheque
