#include "app/invoice/invoice_sheet.h"

#include "app/entity/record_print.h"
#include "shared/api/entity.h"
#include "ui/print/record_sheet.h"

#include <QCoreApplication>
#include <algorithm>

namespace nextgen::invoice {

using client::Answer;
using print::Cell;
using print::Facts;
using print::Sheet;
using print::Table;
using ui::Record;

namespace {

/// Where the words of the form are translated.
class OfficialInvoice {
    Q_DECLARE_TR_FUNCTIONS(OfficialInvoice)
};

QString words(const Record& record, const char* field) {
    return ui::showDigits(ui::toQt(record.text(field)));
}

QString code(const Record& record, const char* field) {
    return ui::showCode(record.text(field));
}

Money amount(const Record& record, const char* field) {
    const auto* held = record.as<Money>(field);
    return held != nullptr ? *held : Money();
}

QString day(const Record& record, const char* field) {
    const auto* held = record.as<Date>(field);
    return held != nullptr ? ui::showDate(*held) : QString();
}

QString choice(const Record& record, const char* field) {
    const auto* held = record.as<describe::Choice>(field);
    return held != nullptr ? ui::choiceTitle(*held) : QString();
}

struct Party {
    QString name;
    QString economicCode;
    QString nationalId;
    QString postalCode;
    QString address;
};

Facts partyBox(const QString& title, const Party& party) {
    Facts box;
    box.title = title;
    box.columns = 4;
    box.isBoxed = true;
    box.facts = {{OfficialInvoice::tr("Name"), party.name, 2},
                 {OfficialInvoice::tr("Economic code"), party.economicCode},
                 {OfficialInvoice::tr("National id / registration no."), party.nationalId},
                 {OfficialInvoice::tr("Province"), {}},
                 {OfficialInvoice::tr("City"), {}},
                 {OfficialInvoice::tr("Postal code"), party.postalCode},
                 {OfficialInvoice::tr("Phone"), {}},
                 {OfficialInvoice::tr("Address"), party.address, 4}};
    return box;
}

Cell cellOf(Money value) {
    return {ui::showMoney(value), value.rials()};
}

Table itemTable(const std::vector<Record>& items) {
    using enum print::ColumnKind;
    Table table;
    table.title = OfficialInvoice::tr("Goods or services");
    const auto inRials = [](const QString& title) { return print::titleWithUnit(title); };
    table.columns = {{OfficialInvoice::tr("Code"), Short},
                     {OfficialInvoice::tr("Description"), Text},
                     {OfficialInvoice::tr("Quantity"), Number},
                     {OfficialInvoice::tr("Unit"), Short},
                     {inRials(OfficialInvoice::tr("Unit price")), Number},
                     {inRials(OfficialInvoice::tr("Amount")), Number, true},
                     {inRials(OfficialInvoice::tr("Discount")), Number, true},
                     {inRials(OfficialInvoice::tr("After discount")), Number, true},
                     {inRials(OfficialInvoice::tr("Tax and duties")), Number, true},
                     {inRials(OfficialInvoice::tr("Total with tax and duties")), Number, true}};
    for (const Record& item : items) {
        const Money tax = amount(item, "vat_amount") + amount(item, "other_tax_amount") +
                          amount(item, "other_charge_amount");
        table.rows.push_back({{code(item, "tax_item_id")},
                              {words(item, "description")},
                              {ui::showNumber(item.integer("quantity"))},
                              {code(item, "unit_code")},
                              {ui::showMoney(amount(item, "unit_price"))},
                              cellOf(amount(item, "gross_amount")),
                              cellOf(amount(item, "discount_amount")),
                              cellOf(amount(item, "net_amount")),
                              cellOf(tax),
                              cellOf(amount(item, "total_amount"))});
    }
    return table;
}

}  // namespace

Sheet officialSheet(const Record& invoice, const std::vector<Record>& items) {
    Sheet sheet;
    sheet.kind = QStringLiteral("invoice");
    sheet.title = OfficialInvoice::tr("Invoice of goods and services");
    sheet.usualPaper = {print::PaperSize::A4, true};
    sheet.marks = {{OfficialInvoice::tr("Serial number"), code(invoice, "invoice_number")},
                   {OfficialInvoice::tr("Date"), day(invoice, "issued_on")}};
    if (!invoice.text("tax_number").empty()) {
        sheet.marks.push_back({OfficialInvoice::tr("Tax number"), code(invoice, "tax_number")});
    }
    sheet.blocks.emplace_back(
        partyBox(OfficialInvoice::tr("Seller"),
                 {words(invoice, "seller_name"), code(invoice, "seller_economic_code"), {}, {}, {}}));
    sheet.blocks.emplace_back(partyBox(
        OfficialInvoice::tr("Buyer"), {words(invoice, "buyer_name"), code(invoice, "buyer_economic_code"),
                                       code(invoice, "buyer_national_id"), code(invoice, "buyer_postal_code"),
                                       words(invoice, "buyer_address")}));
    sheet.blocks.emplace_back(itemTable(items));

    Facts terms;
    terms.columns = 4;
    const Money total = amount(invoice, "total_amount");
    terms.facts.push_back({OfficialInvoice::tr("Payable"), ui::showMoneyWithUnit(total), 2});
    terms.facts.push_back({OfficialInvoice::tr("In words"), ui::showMoneyInWords(total), 2});
    terms.facts.push_back({OfficialInvoice::tr("Terms of payment"), choice(invoice, "settlement")});
    for (const auto& [field, title] : {std::pair("cash_amount", OfficialInvoice::tr("Cash part")),
                                       std::pair("credit_amount", OfficialInvoice::tr("Credit part"))}) {
        if (invoice.as<Money>(field) != nullptr) {
            terms.facts.push_back({title, ui::showMoneyWithUnit(amount(invoice, field))});
        }
    }
    terms.facts.push_back({OfficialInvoice::tr("Due"), day(invoice, "due_on")});
    terms.facts.push_back({OfficialInvoice::tr("Notes"), words(invoice, "note"), 4});
    sheet.blocks.emplace_back(std::move(terms));
    sheet.blocks.emplace_back(print::Signatures{{OfficialInvoice::tr("Seller's stamp and signature"),
                                                 OfficialInvoice::tr("Buyer's stamp and signature")}});
    return sheet;
}

QCoro::Task<Answer<Sheet>> invoiceSheet(shell::Context& context, Record invoice) {
    auto items = co_await entity::recordsOf(context.api, *api::findEntity("invoice_items"), "invoice_id",
                                            invoice.id());
    if (!items) {
        co_return tl::unexpected(items.error());
    }
    std::ranges::stable_sort(*items, {}, [](const Record& item) { return item.integer("position"); });
    co_return officialSheet(invoice, *items);
}

}  // namespace nextgen::invoice
