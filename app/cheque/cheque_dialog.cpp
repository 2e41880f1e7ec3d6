#include "app/cheque/cheque_dialog.h"

#include "app/client/task.h"
#include "app/dealer/dealer_picker.h"
#include "shared/core/identifier.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy_line.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/form.h"
#include "ui/widgets/jalali_date_edit.h"
#include "ui/widgets/money_edit.h"
#include "ui/widgets/scroll.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QCoroFuture>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace nextgen::cheque {

namespace {

const QString draftKind = QStringLiteral("cheque");
const QString draftKey = QStringLiteral("new");
constexpr int restMs = 400;

QString fieldTitle(std::string_view name) {
    for (const describe::FieldInfo& field : describe::fieldsOf<Cheque>()) {
        if (field.name == name) {
            return QCoreApplication::translate("Cheque", field.title);
        }
    }
    return {};
}

std::string plain(const QLineEdit* edit) {
    return edit->text().trimmed().toStdString();
}

std::string plainCode(const QLineEdit* edit) {
    return ui::plainDigits(edit->text()).trimmed().toStdString();
}

QCoro::Task<std::optional<client::Draft>> findDraft(client::LocalStore& store) {
    co_return co_await store.draft(draftKind, draftKey);
}

std::optional<std::string> readPerson(std::string_view text) {
    auto legal = identifier::readLegalId(text);
    return legal ? legal : identifier::readNationalId(text);
}

}  // namespace

ChequeDialog::ChequeDialog(shell::Context& context, QWidget* parent)
    : QDialog(parent), m_context(context), m_key(client::newIdempotencyKey()) {
    setObjectName(QStringLiteral("chequeDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Record a cheque"));

    m_dealer = new dealer::DealerPicker(context);
    m_sayadId = new ui::CodeEdit;
    m_sayadId->setGroups({4, 4, 4, 4});
    m_sayadId->setReader(identifier::readSayadId);
    m_amount = new ui::MoneyEdit;
    m_dueOn = new ui::JalaliDateEdit;
    m_dueOn->setToday(context.today());
    m_bank = new QComboBox;
    m_bank->setEditable(true);
    m_bank->setInsertPolicy(QComboBox::NoInsert);
    for (const identifier::Bank& bank : identifier::banks()) {
        if (bank.successor.empty()) {
            m_bank->addItem(
                ui::toQt(ui::currentLanguage() == Language::Persian ? bank.persianName : bank.englishName),
                ui::toQt(bank.code));
        }
    }
    m_bank->setCurrentIndex(-1);
    m_branch = new QLineEdit;
    m_series = new QLineEdit;
    m_serial = new QLineEdit;
    m_accountNumber = new QLineEdit;
    m_iban = new ui::CodeEdit;
    m_iban->setGroups({4, 4, 4, 4, 4, 4, 2});
    m_iban->setReader(identifier::readIban);
    m_drawerName = new QLineEdit;
    m_drawerNationalId = new ui::CodeEdit;
    m_drawerNationalId->setReader(readPerson);
    m_description = new QLineEdit;
    for (const auto& [edit, name] : {std::pair{m_branch, "branch"},
                                     {m_series, "series"},
                                     {m_serial, "serial"},
                                     {m_accountNumber, "account_number"},
                                     {m_drawerName, "drawer_name"},
                                     {m_description, "description"}}) {
        for (const describe::FieldInfo& field : describe::fieldsOf<Cheque>()) {
            if (field.name == name) {
                edit->setMaxLength(static_cast<int>(field.textMax));
            }
        }
        connect(edit, &QLineEdit::textEdited, this, &ChequeDialog::edited);
    }

    m_form = new ui::Form(2, this);
    m_form->addRow(QStringLiteral("dealer_id"), tr("Dealer"), m_dealer, true, 2);
    const auto add = [this](const char* name, QWidget* editor, bool isRequired = false, int span = 1) {
        m_form->addRow(QString::fromLatin1(name), fieldTitle(name), editor, isRequired, span);
    };
    add("sayad_id", m_sayadId);
    add("due_on", m_dueOn, true);
    add("amount", m_amount, true, 2);
    add("bank_name", m_bank);
    add("branch", m_branch);
    add("series", m_series);
    add("serial", m_serial);
    add("account_number", m_accountNumber);
    add("iban", m_iban);
    add("drawer_name", m_drawerName);
    add("drawer_national_id", m_drawerNationalId);
    add("description", m_description, false, 2);
    connect(m_form, &ui::Form::submitted, this, &ChequeDialog::submit);
    connect(m_dealer, &ui::ReferenceEdit::valueChanged, this, &ChequeDialog::edited);
    connect(m_amount, &ui::MoneyEdit::valueChanged, this, &ChequeDialog::edited);
    connect(m_dueOn, &ui::JalaliDateEdit::valueChanged, this, &ChequeDialog::edited);
    connect(m_bank, &QComboBox::currentTextChanged, this, &ChequeDialog::edited);
    for (ui::CodeEdit* code : {m_sayadId, m_iban, m_drawerNationalId}) {
        connect(code, &QLineEdit::textChanged, this, &ChequeDialog::edited);
    }
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &ChequeDialog::keepDraft);

    m_restored = new ui::Banner(ui::Tone::Info, this);
    m_restored->setObjectName(QStringLiteral("restoredBanner"));
    m_restored->setAction(tr("Begin anew"));
    m_restored->hide();
    connect(m_restored, &ui::Banner::actionTriggered, this, [this] {
        forgetDraft();
        fill({});
        m_restored->hide();
    });
    m_busyLine = new ui::BusyLine(this);
    auto* buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("Record cheque"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("saveButton"));
    m_save->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &ChequeDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(ui::space::l, ui::space::l, ui::space::l, ui::space::m);
    layout->setSpacing(ui::space::s);
    layout->addWidget(ui::makeLabel(tr("Record a cheque"), ui::TextRole::Heading, this));
    layout->addWidget(m_restored);
    layout->addWidget(ui::makeDialogScroll(m_form));
    layout->addWidget(m_busyLine);
    layout->addWidget(buttons);
    setMinimumWidth(640);
    (m_context.session.user().dealerId ? static_cast<QWidget*>(m_sayadId) : m_dealer)->setFocus();
    restoreDraft();
}

Cheque ChequeDialog::typed() const {
    Cheque cheque;
    cheque.dealerId = m_dealer->dealer().value_or(DealerId());
    cheque.sayadId = m_sayadId->value().value_or(m_sayadId->typedCode());
    cheque.amount = m_amount->value().value_or(Money());
    cheque.dueOn = m_dueOn->value().value_or(Date());
    const QString bank = m_bank->currentText().trimmed();
    if (const identifier::Bank* known = identifier::bankByName(bank.toStdString())) {
        cheque.bankCode = known->code;
    }
    cheque.bankName = bank.toStdString();
    cheque.branch = plain(m_branch);
    cheque.series = plainCode(m_series);
    cheque.serial = plainCode(m_serial);
    cheque.accountNumber = plainCode(m_accountNumber);
    cheque.iban = m_iban->value().value_or(m_iban->typedCode());
    cheque.drawerName = plain(m_drawerName);
    cheque.drawerNationalId = m_drawerNationalId->value().value_or(m_drawerNationalId->typedCode());
    cheque.description = plain(m_description);
    return cheque;
}

void ChequeDialog::fill(const ChequeDraft& draft) {
    m_isFilling = true;
    const Cheque& cheque = draft.cheque;
    if (!m_context.session.user().dealerId) {
        m_dealer->setDealer(cheque.dealerId ? std::optional(cheque.dealerId) : std::nullopt);
    }
    m_sayadId->setValue(cheque.sayadId);
    m_amount->setValue(draft.hasAmount ? std::optional(cheque.amount) : std::nullopt);
    m_dueOn->setValue(draft.hasDueOn ? std::optional(cheque.dueOn) : std::nullopt);
    m_bank->setCurrentIndex(-1);
    m_bank->setEditText(ui::toQt(cheque.bankName));
    m_branch->setText(ui::toQt(cheque.branch));
    m_series->setText(ui::toQt(cheque.series));
    m_serial->setText(ui::toQt(cheque.serial));
    m_accountNumber->setText(ui::toQt(cheque.accountNumber));
    m_iban->setValue(cheque.iban);
    m_drawerName->setText(ui::toQt(cheque.drawerName));
    m_drawerNationalId->setValue(cheque.drawerNationalId);
    m_description->setText(ui::toQt(cheque.description));
    m_key = draft.idempotencyKey.isEmpty() ? client::newIdempotencyKey() : draft.idempotencyKey;
    m_form->clearErrors();
    m_isFilling = false;
}

void ChequeDialog::restoreDraft() {
    client::whenDone(findDraft(m_context.store), this, [this](const std::optional<client::Draft>& draft) {
        if (!draft || m_hasDraft) {  // whoever began to type meanwhile goes on with that
            return;
        }
        m_hasDraft = true;
        fill(draftFromBytes(draft->body));
        const Instant savedAt(draft->savedAt.toMSecsSinceEpoch() * 1000);
        m_restored->setText(
            tr("What you typed on %1 is back: it had not been recorded.").arg(ui::showInstant(savedAt)));
        m_restored->show();
    });
}

void ChequeDialog::edited() {
    if (!m_isFilling) {
        m_hasDraft = true;
        m_key = client::newIdempotencyKey();
        m_rest.start();
    }
}

void ChequeDialog::keepDraft() {
    m_rest.stop();
    const ChequeDraft draft{typed(), m_amount->value().has_value(), m_dueOn->value().has_value(), m_key};
    m_context.store.saveDraft(draftKind, draftKey, draftToBytes(draft));
}

void ChequeDialog::forgetDraft() {
    m_rest.stop();
    m_hasDraft = false;
    m_context.store.dropDraft(draftKind, draftKey);
}

void ChequeDialog::submit() {
    if (m_isBusy) {
        return;
    }
    m_form->clearErrors();
    Cheque cheque = typed();
    Errors errors;
    if (!m_dealer->dealer()) {
        errors.push_back({ErrorCode::DealerUnknown, "/dealer_id", {}});
    }
    if (!m_amount->value()) {
        errors.push_back(
            {m_amount->isAcceptable() ? ErrorCode::AmountMissing : ErrorCode::NumberInvalid, "/amount", {}});
    }
    if (!m_dueOn->value()) {
        errors.push_back(
            {m_dueOn->isAcceptable() ? ErrorCode::DueOnMissing : ErrorCode::DueOnInvalid, "/due_on", {}});
    }
    for (Error& error : checkNewCheque(cheque)) {
        if (error.pointer != "/amount" || m_amount->value()) {
            errors.push_back(std::move(error));
        }
    }
    if (!errors.empty()) {
        m_form->setErrors(errors);
        return;
    }
    keepDraft();
    setBusy(true);
    client::whenDone(createCheque(m_context.api, std::move(cheque), m_key), this,
                     [this](const client::Answer<Cheque>& answer) {
                         setBusy(false);
                         if (!answer) {
                             showFailure(answer.error());
                             return;
                         }
                         forgetDraft();
                         emit recorded(*answer);
                         accept();
                     });
}

void ChequeDialog::showFailure(const client::Failure& failure) {
    if (failure.isLostConnection()) {
        m_form->setGeneralError(
            tr("%1 What you typed is kept on this computer; try again, or come back to it later.")
                .arg(shell::sentenceOf(failure)));
        return;
    }
    bool isShown = false;
    for (const client::FieldFault& fault : failure.fields) {
        const QString field =
            fault.field == QLatin1String("bank_code") ? QStringLiteral("bank_name") : fault.field;
        if (m_form->editor(field) != nullptr) {
            m_form->setError(field, fault.message);
            isShown = true;
        }
    }
    if (!isShown) {
        m_form->setGeneralError(shell::sentenceOf(failure));
    }
}

void ChequeDialog::setBusy(bool isBusy) {
    m_isBusy = isBusy;
    m_form->setEnabled(!isBusy);
    m_save->setEnabled(!isBusy);
    if (!isBusy) {
        m_save->setFocus();
    }
    m_busyLine->setBusy(isBusy);
}

void ChequeDialog::done(int result) {
    // Closed half-way: what the last keystrokes said is not to wait for the timer.
    if (m_rest.isActive()) {
        keepDraft();
    }
    QDialog::done(result);
}

}  // namespace nextgen::cheque
