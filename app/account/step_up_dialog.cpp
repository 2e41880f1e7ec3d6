#include "app/account/step_up_dialog.h"

#include "app/account/account_calls.h"
#include "app/account/second_factor_panel.h"
#include "app/client/task.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/form.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

namespace nextgen::account {

namespace {

const auto proofName = QStringLiteral("proof");
constexpr int widthPx = 400;

}  // namespace

QFuture<bool> StepUpDialog::ask(shell::Context& context, QWidget* parent) {
    auto* dialog = new StepUpDialog(context, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QFuture<bool> proved = dialog->m_proved.future();
    dialog->open();
    return proved;
}

StepUpDialog::StepUpDialog(shell::Context& context, QWidget* parent) : QDialog(parent), m_context(context) {
    setObjectName(QStringLiteral("stepUpDialog"));
    setWindowTitle(tr("Is it still you?"));
    m_proved.start();
    auto* heading = ui::makeLabel(windowTitle(), ui::TextRole::Heading, this);
    auto* why = ui::makeLabel(tr("This step is guarded. For five minutes after it you are not asked again."),
                              ui::TextRole::Body, this);
    why->setWordWrap(true);
    m_form = new ui::Form(1, this);
    m_proof = new QLineEdit;
    m_proof->setLayoutDirection(Qt::LeftToRight);
    m_form->addRow(proofName, {}, m_proof, true);
    connect(m_form, &ui::Form::submitted, this, &StepUpDialog::submit);
    m_otherWay = new QToolButton(this);
    m_otherWay->setObjectName(QStringLiteral("otherWay"));
    ui::setKind(m_otherWay, ui::ButtonKind::Quiet);
    connect(m_otherWay, &QToolButton::clicked, this, [this] { askFor(!m_isCode); });
    m_otherWay->setVisible(m_context.session.user().hasSecondFactor);
    m_busyLine = new ui::BusyLine(this);
    auto* buttons = new QDialogButtonBox(this);
    m_ok = buttons->addButton(tr("Confirm"), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(QStringLiteral("submitButton"));
    ui::setKind(m_ok, ui::ButtonKind::Primary);
    QPushButton* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(QStringLiteral("cancelButton"));
    // Enter is the form's.
    m_ok->setAutoDefault(false);
    cancel->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &StepUpDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &StepUpDialog::reject);
    connect(&m_context.session, &client::Session::signedOut, this, &StepUpDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::l, ui::space::l, ui::space::l, ui::space::m);
    layout->setSpacing(ui::space::s);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    m_form->setMinimumWidth(ui::scaled(widthPx));
    why->setFixedWidth(ui::scaled(widthPx));
    layout->addWidget(heading);
    layout->addWidget(why);
    layout->addSpacing(ui::space::s);
    layout->addWidget(m_form);
    layout->addWidget(m_otherWay, 0, Qt::AlignLeading);
    layout->addWidget(m_busyLine);
    layout->addSpacing(ui::space::s);
    layout->addWidget(buttons);
    askFor(m_context.session.user().hasSecondFactor);
}

StepUpDialog::~StepUpDialog() {
    settle(false);
}

void StepUpDialog::askFor(bool isCode) {
    m_isCode = isCode;
    m_form->setLabel(proofName, isCode ? tr("Code of the app, or a recovery code") : tr("Your password"));
    m_otherWay->setText(isCode ? tr("Use the password") : tr("Use a code"));
    m_proof->setEchoMode(isCode ? QLineEdit::Normal : QLineEdit::Password);
    m_proof->clear();
    m_form->clearErrors();
    m_proof->setFocus();
}

void StepUpDialog::submit() {
    if (m_isBusy) {
        return;
    }
    if (m_proof->text().isEmpty()) {
        m_form->setError(proofName, tr("This is needed."));
        m_proof->setFocus();
        return;
    }
    Proof proof;
    if (m_isCode) {
        FactorCode code = factorCode(m_proof->text());
        proof.totp = std::move(code.totp);
        proof.recoveryCode = std::move(code.recoveryCode);
    } else {
        proof.password = m_proof->text().toStdString();
    }
    m_isBusy = true;
    m_busyLine->setBusy(true);
    m_form->setEnabled(false);
    client::whenDone(prove(m_context.api, std::move(proof)), this, [this](const client::Answer<void>& answer) {
        m_isBusy = false;
        m_busyLine->setBusy(false);
        m_form->setEnabled(true);
        if (answer) {
            settle(true);
            accept();
            return;
        }
        m_form->setError(proofName, shell::sentenceOf(answer.error()));
        m_proof->setFocus();
        m_proof->selectAll();
    });
}

void StepUpDialog::reject() {
    settle(false);
    QDialog::reject();
}

void StepUpDialog::settle(bool isProved) {
    if (!std::exchange(m_isSettled, true)) {
        m_proved.addResult(isProved);
        m_proved.finish();
    }
}

}  // namespace nextgen::account
