#include "app/cheque/bounce_dialog.h"

#include "ui/describe/record_model.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/form.h"
#include "ui/widgets/jalali_date_edit.h"
#include "ui/widgets/money_edit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <algorithm>

namespace nextgen::cheque {

namespace {

const describe::FieldInfo& fieldOf(std::string_view name) {
    const auto& fields = describe::fieldsOf<BounceRequest>();
    return *std::ranges::find(fields, name, &describe::FieldInfo::name);
}

}  // namespace

BounceDialog::BounceDialog(shell::Context& context, std::vector<Cheque> cheques, std::size_t leftOut,
                           QWidget* parent)
    : MoveDialog(context, Move::Bounce, std::move(cheques), leftOut, parent, withRows) {
    m_reason = new QComboBox;
    m_reason->addItem(tr("Not known yet"));
    for (const describe::Choice& choice : bounceReasons) {
        m_reason->addItem(ui::choiceTitle(choice), choice.value);
    }
    m_certificate = new ui::CodeEdit;
    m_certificate->setMaxLength(static_cast<int>(fieldOf("certificate_number").textMax));
    m_certificateOn = new ui::JalaliDateEdit;
    m_certificateOn->setToday(context.today());
    m_fee = new ui::MoneyEdit;
    m_isFeeDealers = new QCheckBox;
    const auto add = [this](std::string_view name, QWidget* editor, int span = 1) {
        form().addRow(ui::toQt(name), QCoreApplication::translate("ChequeBounce", fieldOf(name).title),
                      editor, false, span);
    };
    add("reason", m_reason, 2);
    add("certificate_number", m_certificate);
    add("certificate_on", m_certificateOn);
    add("fee_amount", m_fee);
    add("is_fee_dealers", m_isFeeDealers);
    finish();
    const bool isOne = this->cheques().size() == 1;
    form().setRowVisible(QStringLiteral("certificate_number"), isOne);
    form().setRowVisible(QStringLiteral("certificate_on"), isOne);
    if (!isOne) {
        form().setLabel(QStringLiteral("fee_amount"), tr("Bank's fee for each"));
    }
    connect(m_reason, &QComboBox::currentIndexChanged, this, &BounceDialog::changed);
    connect(m_certificate, &QLineEdit::textChanged, this, &BounceDialog::changed);
    connect(m_certificateOn, &ui::JalaliDateEdit::valueChanged, this, &BounceDialog::changed);
    connect(m_fee, &ui::MoneyEdit::valueChanged, this, &BounceDialog::changed);
    connect(m_isFeeDealers, &QCheckBox::toggled, this, &BounceDialog::changed);
    setConsequences(consequences());
    m_reason->setFocus();
}

void BounceDialog::changed() {
    edited();
    setConsequences(consequences());
}

QString BounceDialog::consequences() const {
    // Each a line of its own, since one of them may be news to the reader.
    QStringList lines;
    lines << tr(
        "The amount is owed by the dealer again, and the invoices that it was set against are open again.");
    if (std::ranges::any_of(cheques(),
                            [](const Cheque& cheque) { return cheque.status == Status::Endorsed; })) {
        lines << tr("Whoever it was passed on to is owed the amount again.");
    }
    if (m_fee->value() && !m_fee->value()->isZero()) {
        const QString fee = ui::showMoneyWithUnit(*m_fee->value());
        lines << (m_isFeeDealers->isChecked() ? tr("The bank's fee of %1 is charged to the dealer.").arg(fee)
                                              : tr("The bank's fee of %1 is our expense.").arg(fee));
    }
    lines << tr("The dealer is put on hold where the settings say so for this number of bounced cheques; the "
                "dealer's "
                "people and those who see to credit are told.")
          << tr("All of it can be taken back as one.");
    for (QString& line : lines) {
        line.prepend(QStringLiteral("• "));
    }
    return lines.join(u'\n');
}

MoveDetails BounceDialog::details() const {
    MoveRequest common = typedRequest();
    BounceRequest request;
    request.occurredOn = common.occurredOn;
    request.note = std::move(common.note);
    if (m_reason->currentData().isValid()) {
        request.reason = static_cast<BounceReason>(m_reason->currentData().toInt());
    }
    if (cheques().size() == 1) {
        request.certificateNumber = m_certificate->typedCode();
        request.certificateOn = m_certificateOn->value();
    }
    request.feeAmount = m_fee->value();
    request.isFeeDealers = m_fee->value().has_value() && m_isFeeDealers->isChecked();
    return request;
}

Errors BounceDialog::faults() const {
    Errors errors = MoveDialog::faults();
    if (!m_certificateOn->isAcceptable()) {
        errors.push_back({ErrorCode::DateInvalid, "/certificate_on", {}});
    } else if (m_certificateOn->value() && *m_certificateOn->value() > m_context.today()) {
        errors.push_back({ErrorCode::OccurredOnInFuture, "/certificate_on", {}});
    } else if (m_certificateOn->value() && m_certificate->typedCode().empty()) {
        errors.push_back({ErrorCode::FieldRequired, "/certificate_number", {}});
    }
    if (!m_fee->isAcceptable()) {
        errors.push_back({ErrorCode::NumberInvalid, "/fee_amount", {}});
    } else if (m_fee->value() && m_fee->value()->isNegative()) {
        errors.push_back({ErrorCode::AmountNotPositive, "/fee_amount", {}});
    }
    return errors;
}

bool BounceDialog::hasTyped() const {
    return MoveDialog::hasTyped() || m_reason->currentIndex() > 0 || !m_certificate->text().isEmpty() ||
           m_certificateOn->value() || !m_fee->lineEdit()->text().isEmpty();
}

}  // namespace nextgen::cheque
