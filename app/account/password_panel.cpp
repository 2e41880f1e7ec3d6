#include "app/account/password_panel.h"

#include "app/account/account_calls.h"
#include "app/client/task.h"
#include "shared/account/password_rules.h"
#include "ui/locale/format.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/form.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace nextgen::account {

namespace {

const auto newName = QStringLiteral("new_password");
const auto againName = QStringLiteral("again");

}  // namespace

PasswordPanel::PasswordPanel(shell::Context& context, Purpose purpose, QWidget* parent)
    : QWidget(parent), m_context(context), m_purpose(purpose) {
    setObjectName(QStringLiteral("passwordPanel"));
    m_form = new ui::Form(1, this);
    m_proof = addLine(purpose == Purpose::Reset ? QStringLiteral("token") : QStringLiteral("old_password"),
                      purpose == Purpose::Change);
    m_new = addLine(newName, true);
    m_again = addLine(againName, true);
    connect(m_new, &QLineEdit::editingFinished, this,
            [this] { m_form->setError(newName, m_new->text().isEmpty() ? QString() : faultOfNew()); });
    connect(m_form, &ui::Form::submitted, this, &PasswordPanel::submit);
    m_hint = ui::makeLabel({}, ui::TextRole::Small, this);
    m_hint->setWordWrap(true);
    m_submit = new QPushButton(this);
    m_submit->setObjectName(QStringLiteral("passwordButton"));
    ui::setKind(m_submit, ui::ButtonKind::Primary);
    connect(m_submit, &QPushButton::clicked, this, &PasswordPanel::submit);
    m_busyLine = new ui::BusyLine(this);

    auto* row = new QHBoxLayout;
    row->addWidget(m_submit);
    row->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(ui::space::s);
    layout->addWidget(m_form);
    layout->addWidget(m_hint);
    layout->addSpacing(ui::space::s);
    layout->addLayout(row);
    layout->addWidget(m_busyLine);
    retranslate();
}

QLineEdit* PasswordPanel::addLine(const QString& name, bool isHidden) {
    auto* line = new QLineEdit;
    line->setLayoutDirection(Qt::LeftToRight);
    if (isHidden) {
        line->setEchoMode(QLineEdit::Password);
    }
    m_form->addRow(name, {}, line, true);
    return line;
}

void PasswordPanel::setOldPassword(const QString& password) {
    m_oldPassword = password;
    m_form->setRowVisible(m_proof->objectName(), password.isEmpty());
}

void PasswordPanel::begin() {
    for (QLineEdit* line : {m_proof, m_new, m_again}) {
        line->clear();
    }
    m_form->clearErrors();
    (m_oldPassword.isEmpty() ? m_proof : m_new)->setFocus();
}

void PasswordPanel::retranslate() {
    m_form->setLabel(m_proof->objectName(), m_purpose == Purpose::Reset ? tr("Token from the message")
                                                                        : tr("Present password"));
    m_form->setLabel(newName, tr("New password"));
    m_form->setLabel(againName, tr("New password again"));
    m_hint->setText(tr("At least %1 characters; best are several words that have nothing to do with each "
                       "other.")
                        .arg(ui::showNumber(static_cast<std::int64_t>(passwordCharactersMin))));
    m_submit->setText(tr("Change the password"));
}

QString PasswordPanel::faultOfNew() const {
    const User& user = m_context.session.user();
    const auto fault =
        judgePassword(m_new->text().toStdString(),
                      {user.email, user.displayName, m_context.session.place().tenant.toStdString()});
    return fault ? QString::fromStdString(errorSentence(*fault, ui::currentLanguage())) : QString();
}

void PasswordPanel::submit() {
    if (m_isBusy) {
        return;
    }
    m_form->clearErrors();
    const QString proof = m_oldPassword.isEmpty() ? m_proof->text() : m_oldPassword;
    QLineEdit* wrong = nullptr;
    const auto refuse = [&](QLineEdit* line, const QString& fault) {
        if (!fault.isEmpty()) {
            m_form->setError(line->objectName(), fault);
            wrong = line;
        }
    };
    refuse(m_again, m_again->text() == m_new->text() ? QString() : tr("The two are not the same."));
    refuse(m_new, faultOfNew());
    refuse(m_proof, proof.isEmpty() ? tr("This is needed.") : QString());
    if (wrong != nullptr) {
        wrong->setFocus();
        return;
    }
    setBusy(true);
    const std::string chosen = m_new->text().toStdString();
    client::whenDone(m_purpose == Purpose::Reset
                         ? resetPassword(m_context.api, {proof.trimmed().toStdString(), chosen})
                         : changePassword(m_context.api, {proof.toStdString(), chosen}),
                     this, [this](const client::Answer<void>& answer) { take(answer); });
}

void PasswordPanel::take(const client::Answer<void>& answer) {
    setBusy(false);
    if (answer) {
        for (QLineEdit* line : {m_proof, m_new, m_again}) {
            line->clear();
        }
        emit done();
        return;
    }
    const client::Failure& failure = answer.error();
    const QString sentence = shell::sentenceOf(failure);
    if (const QString fault = failure.messageFor(newName); !fault.isEmpty()) {
        m_form->setError(newName, fault);
        m_new->setFocus();
    } else if (failure.code == ErrorCode::PasswordWrong || failure.code == ErrorCode::ResetTokenInvalid) {
        setOldPassword({});
        m_form->setError(m_proof->objectName(), sentence);
        m_proof->setFocus();
    } else if (!failure.isCancelled()) {
        m_form->setGeneralError(sentence);
    }
}

void PasswordPanel::setBusy(bool isBusy) {
    m_isBusy = isBusy;
    m_form->setEnabled(!isBusy);
    m_submit->setEnabled(!isBusy);
    m_busyLine->setBusy(isBusy);
}

void PasswordPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::account
