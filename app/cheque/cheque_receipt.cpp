#include "app/cheque/cheque_receipt.h"

#include "ui/locale/format.h"
#include "ui/print/record_sheet.h"

#include <QCoreApplication>
#include <algorithm>

namespace nextgen::cheque {

using print::Sheet;

namespace {

class ChequeReceipt {
    Q_DECLARE_TR_FUNCTIONS(ChequeReceipt)
};

QString titleOf(const char* field) {
    for (const describe::FieldInfo& info : describe::fieldsOf<Cheque>()) {
        if (info.name == field) {
            return QCoreApplication::translate("Cheque", info.title);
        }
    }
    return {};
}

QString words(const std::string& text) {
    return ui::showDigits(ui::toQt(text));
}

/// A leaf without a Sayad id is known by its series and serial.
QString numberOf(const Cheque& cheque) {
    if (!cheque.sayadId.empty()) {
        return ui::showCode(cheque.sayadId);
    }
    const QString serial = ui::showCode(cheque.serial);
    return cheque.series.empty()
               ? serial
               : QStringLiteral("%1 - %2").arg(ui::showDigits(ui::toQt(cheque.series)), serial);
}

}  // namespace

Sheet receiptOf(const std::vector<Cheque>& cheques, Date today) {
    Sheet sheet;
    sheet.kind = QStringLiteral("cheque_receipt");
    sheet.title = ChequeReceipt::tr("Receipt of cheques");
    sheet.usualPaper = {print::PaperSize::A5, true};
    sheet.marks = {{ChequeReceipt::tr("Date"), ui::showDate(today)}};

    QStringList dealers;
    Money total;
    print::Table table;
    table.columns = {{titleOf("sayad_id"), print::ColumnKind::Short},
                     {titleOf("bank_name"), print::ColumnKind::Text},
                     {titleOf("due_on"), print::ColumnKind::Short},
                     {titleOf("drawer_name"), print::ColumnKind::Text},
                     {print::titleWithUnit(titleOf("amount")), print::ColumnKind::Number, true}};
    for (const Cheque& cheque : cheques) {
        const QString dealer = words(cheque.dealerName);
        if (!dealers.contains(dealer)) {
            dealers += dealer;
        }
        total = total + cheque.amount;
        QStringList bank{words(cheque.bankName), words(cheque.branch)};
        bank.removeAll(QString());
        table.rows.push_back({{numberOf(cheque)},
                              {bank.join(ChequeReceipt::tr(", "))},
                              {ui::showDate(cheque.dueOn)},
                              {words(cheque.drawerName)},
                              {ui::showMoney(cheque.amount), cheque.amount.rials()}});
    }
    print::Facts received;
    received.facts = {{ChequeReceipt::tr("Received from"), dealers.join(ChequeReceipt::tr(", "))},
                      {ChequeReceipt::tr("Cheques"), ui::showNumber(static_cast<qint64>(cheques.size()))}};
    sheet.blocks.emplace_back(std::move(received));
    sheet.blocks.emplace_back(std::move(table));
    sheet.blocks.emplace_back(
        print::Facts{{}, {{ChequeReceipt::tr("Sum in words"), ui::showMoneyInWords(total)}}, 1, false});
    sheet.blocks.emplace_back(
        print::Signatures{{ChequeReceipt::tr("Handed over by"), ChequeReceipt::tr("Received by")}});
    return sheet;
}

}  // namespace nextgen::cheque
