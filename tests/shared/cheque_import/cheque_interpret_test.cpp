#include "shared/cheque_import/interpret.h"
#include "tests/shared/cheque_import/collected_rows.h"

#include <QtTest>

using namespace nextgen;
using namespace nextgen::cheque_import;
using namespace nextgen::test;
using nextgen::workbook::CellKind;

Q_DECLARE_METATYPE(CellKind)

namespace {

const std::vector<Column> columns{
    Column::SayadId,          Column::Amount, Column::DueOn,         Column::Bank, Column::Branch,
    Column::Series,           Column::Serial, Column::AccountNumber, Column::Iban, Column::DrawerName,
    Column::DrawerNationalId, Column::Dealer, Column::Description};

SheetLayout layoutOf(AmountUnit unit = AmountUnit::Rial) {
    SheetLayout layout;
    layout.amountUnit = unit;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        layout.columns.push_back(
            {static_cast<std::uint32_t>(i), std::string(columnName(columns[i])), columns[i]});
    }
    return layout;
}

using Cells = std::map<Column, std::pair<CellKind, QString>>;

std::vector<RowCell> cellsOf(const Cells& cells) {
    std::vector<RowCell> list;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (const auto found = cells.find(columns[i]);
            found != cells.end() && !found->second.second.isEmpty()) {
            list.push_back(
                {static_cast<std::uint32_t>(i), found->second.first, found->second.second.toStdString()});
        }
    }
    return list;
}

/// A row that is ready as it stands, with some cells put in its place.
ImportRow rowWith(const Cells& changes, AmountUnit unit = AmountUnit::Rial,
                  const Corrections& corrections = {}) {
    Cells cells{{Column::SayadId, {CellKind::Text, "2152449390926686"}},
                {Column::Amount, {CellKind::Number, "551500000"}},
                {Column::DueOn, {CellKind::Text, "1405/10/08"}}};
    for (const auto& [column, cell] : changes) {
        cells[column] = cell;
    }
    return interpret(layoutOf(unit), 4, cellsOf(cells), corrections, exampleDay());
}

QString valueOf(const ImportRow& row, Column column) {
    const RowValues& values = row.values;
    const auto text = [&]() -> std::string {
        switch (column) {
            case Column::SayadId:
                return values.sayadId;
            case Column::Amount:
                return values.amount ? std::to_string(values.amount->rials()) : "";
            case Column::DueOn:
                return values.dueOn ? values.dueOn->toString() : "";
            case Column::Bank:
                return values.bankCode + " " + values.bankName;
            case Column::Branch:
                return values.branch;
            case Column::Series:
                return values.series;
            case Column::Serial:
                return values.series + " " + values.serial;
            case Column::AccountNumber:
                return values.accountNumber + " " + values.iban;
            case Column::Iban:
                return values.iban;
            case Column::DrawerName:
                return values.drawerName;
            case Column::DrawerNationalId:
                return values.drawerNationalId;
            case Column::Dealer:
                return values.dealer;
            default:
                return values.description;
        }
    };
    return QString::fromStdString(text());
}

/// The repairs of one column, or its error.
QString outcomeOf(const ImportRow& row, Column column) {
    QStringList list;
    for (const Repair& repair : row.repairs) {
        if (repair.column == column) {
            list << QString::fromStdString(std::string(repairName(repair.code)));
        }
    }
    for (const RowError& error : row.errors) {
        if (error.column == column) {
            list << QString::fromStdString(std::string(errorName(error.code)));
        }
    }
    return list.join(' ');
}

void addColumns() {
    QTest::addColumn<CellKind>("kind");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("outcome");
}

constexpr auto text = CellKind::Text;
constexpr auto number = CellKind::Number;
constexpr auto untyped = CellKind::Untyped;

}  // namespace

class ChequeInterpretTest : public QObject {
    Q_OBJECT

    static void check(Column column, AmountUnit unit = AmountUnit::Rial) {
        QFETCH(CellKind, kind);
        QFETCH(QString, cell);
        QFETCH(QString, value);
        QFETCH(QString, outcome);
        const ImportRow row = rowWith({{column, {kind, cell}}}, unit);
        QCOMPARE(outcomeOf(row, column), outcome);
        QCOMPARE(valueOf(row, column), value);
        for (const Repair& repair : row.repairs) {
            QCOMPARE(QString::fromStdString(repair.before), cell);
            QVERIFY(!repair.after.empty());
        }
        QCOMPARE(row.state, row.errors.empty() ? RowState::Ready : RowState::Failed);
    }

  private slots:
    void aSayadIdIsRepairedOrRefused_data() {
        addColumns();
        const QString id = "2152449390926686";
        QTest::newRow("as it should be") << text << id << id << "";
        QTest::newRow("text that ends in 0") << text << "2152449390926680" << "2152449390926680" << "";
        QTest::newRow("numeric, all digits significant") << number << id << id << "";
        QTest::newRow("of a csv, ending in 0") << untyped << "2152449390926680" << "2152449390926680" << "";
        QTest::newRow("invisible marks") << text << "\u200E" + id + "\u200F" << id << "";
        QTest::newRow("Persian digits") << text << "۲۱۵۲۴۴۹۳۹۰۹۲۶۶۸۶" << id << "digits_converted";
        QTest::newRow("Arabic digits") << text << "٢١٥٢٤٤٩٣٩٠٩٢٦٦٨٦" << id << "digits_converted";
        QTest::newRow("blanks") << text << "2152 4493 9092 6686" << id << "separators_removed";
        QTest::newRow("hyphens") << text << "2152-4493-9092-6686" << id << "separators_removed";
        QTest::newRow("odd separators") << text << "2152.4493/9092_6686" << id << "separators_removed";
        QTest::newRow("digits and blanks")
            << text << "۲۱۵۲ ۴۴۹۳ ۹۰۹۲ ۶۶۸۶" << id << "digits_converted separators_removed";
        QTest::newRow("Excel's trick") << untyped << "=\"" + id + "\"" << id << "text_mark_removed";
        QTest::newRow("apostrophe") << text << "'" + id << id << "text_mark_removed";
        QTest::newRow("numeric of 15 digits") << number << "152449390926686" << "0152449390926686"
                                              << "sayad_id_padded";
        QTest::newRow("numeric of 15 digits, ending in 0")
            << number << "152449390926680" << "0152449390926680"
            << "sayad_id_padded";
        QTest::newRow("15 digits of a csv") << untyped << "152449390926686" << "0152449390926686"
                                            << "sayad_id_padded";
        QTest::newRow("missing") << text << "" << "" << "sayad_id_missing";
        QTest::newRow("a dash") << text << " - " << "" << "sayad_id_missing";
        QTest::newRow("cut by Excel") << number << "2152449390926680" << "" << "sayad_id_precision_lost";
        QTest::newRow("exponent") << text << "8.75988E+15" << "" << "sayad_id_precision_lost";
        QTest::newRow("exponent of a csv") << untyped << "8.75988E+15" << "" << "sayad_id_precision_lost";
        QTest::newRow("exponent in Persian") << text << "۸٫۷۵۹۸۸E+۱۵" << "" << "sayad_id_precision_lost";
        QTest::newRow("text of 15 digits") << text << "152449390926686" << "" << "sayad_id_invalid";
        QTest::newRow("numeric of 14 digits") << number << "52449390926686" << "" << "sayad_id_invalid";
        QTest::newRow("17 digits") << number << "12345678901234567" << "" << "sayad_id_invalid";
        QTest::newRow("18 digits") << number << "1.23456789012346e+17" << "" << "sayad_id_invalid";
        QTest::newRow("letters") << text << "215244939092668A" << "" << "sayad_id_invalid";
        QTest::newRow("a failed look-up") << CellKind::Error << "#N/A" << "" << "sayad_id_invalid";
        QTest::newRow("a date") << CellKind::Date << "2027-01-01" << "" << "sayad_id_invalid";
    }
    void aSayadIdIsRepairedOrRefused() { check(Column::SayadId); }

    void anAmountIsRepairedOrRefused_data() {
        addColumns();
        QTest::newRow("number") << number << "551500000" << "551500000" << "";
        QTest::newRow("text of digits") << text << "551500000" << "551500000" << "";
        QTest::newRow("grouped by a csv") << untyped << "551,500,000" << "551500000" << "";
        QTest::newRow("grouped by a csv, two decimals") << untyped << "551,500,000.00" << "551500000" << "";
        QTest::newRow("commas") << text << "551,500,000" << "551500000" << "separators_removed";
        QTest::newRow("Persian") << text << "۵۵۱٬۵۰۰٬۰۰۰" << "551500000"
                                 << "digits_converted separators_removed";
        QTest::newRow("Persian digits") << text << "۵۵۱۵۰۰۰۰۰" << "551500000" << "digits_converted";
        QTest::newRow("Persian of a csv") << untyped << "551٬500٬000" << "551500000" << "separators_removed";
        QTest::newRow("Persian comma") << text << "551،500،000" << "551500000" << "separators_removed";
        QTest::newRow("points") << text << "551.500.000" << "551500000" << "separators_removed";
        QTest::newRow("one point") << text << "551.500" << "551500" << "separators_removed";
        QTest::newRow("slashes") << text << "551/500/000" << "551500000" << "separators_removed";
        QTest::newRow("apostrophes") << text << "551'500'000" << "551500000" << "separators_removed";
        QTest::newRow("blanks") << text << "551 500 000" << "551500000" << "separators_removed";
        QTest::newRow("commas and blanks") << text << "551, 500, 000" << "551500000" << "separators_removed";
        QTest::newRow("no decimals after all")
            << text << "551,500,000.00" << "551500000" << "separators_removed";
        QTest::newRow("rial in the cell") << text << "551500000 ریال" << "551500000" << "amount_unit_read";
        QTest::newRow("rial in the cell of an Arabic keyboard") << text << "551500000ريال" << "551500000"
                                                                << "amount_unit_read";
        QTest::newRow("toman in the cell") << text << "۵۵٬۱۵۰٬۰۰۰ تومان" << "551500000"
                                           << "digits_converted amount_unit_read separators_removed";
        QTest::newRow("IRR before it") << text << "IRR 551,500,000" << "551500000"
                                       << "amount_unit_read separators_removed";
        QTest::newRow("the largest") << number << "9007199254740991" << "9007199254740991" << "";
        QTest::newRow("missing") << text << "" << "" << "amount_missing";
        QTest::newRow("a dash") << text << "—" << "" << "amount_missing";
        QTest::newRow("words") << text << "یک میلیارد" << "" << "amount_invalid";
        QTest::newRow("million") << text << "12 میلیون تومان" << "" << "amount_invalid";
        QTest::newRow("a fraction") << number << "1250000.5" << "" << "amount_invalid";
        QTest::newRow("three decimals of a number") << number << "1250.125" << "" << "amount_invalid";
        QTest::newRow("a group too short") << text << "1,50" << "" << "amount_invalid";
        QTest::newRow("a group too long") << text << "1,5000" << "" << "amount_invalid";
        QTest::newRow("a first group too long") << text << "1500,000" << "" << "amount_invalid";
        QTest::newRow("zero before a group") << text << "0.500" << "" << "amount_invalid";
        QTest::newRow("two kinds of groups") << text << "1,500٬000" << "" << "amount_invalid";
        QTest::newRow("a fraction that looks like a group") << text << "1,500.125" << "" << "amount_invalid";
        QTest::newRow("a date") << text << "1405/10/08" << "" << "amount_invalid";
        QTest::newRow("a real date") << CellKind::Date << "2027-01-01" << "" << "amount_invalid";
        QTest::newRow("a failed look-up") << CellKind::Error << "#REF!" << "" << "amount_invalid";
        QTest::newRow("beyond money") << number << "9007199254740992" << "" << "amount_invalid";
        QTest::newRow("beyond numbers") << text << "99999999999999999999999" << "" << "amount_invalid";
        QTest::newRow("exponent") << number << "1e+20" << "" << "amount_invalid";
        QTest::newRow("zero") << number << "0" << "" << "amount_not_positive";
        QTest::newRow("negative") << number << "-5000000" << "" << "amount_not_positive";
        QTest::newRow("a minus behind") << text << "5,000,000-" << "" << "amount_not_positive";
        QTest::newRow("brackets") << text << "(5,000,000)" << "" << "amount_not_positive";
        QTest::newRow("a minus sign") << text << "−۵" << "" << "amount_not_positive";
    }
    void anAmountIsRepairedOrRefused() { check(Column::Amount); }

    void tomansBecomeRials_data() {
        addColumns();
        QTest::newRow("number") << number << "500" << "5000" << "";
        QTest::newRow("a rial is a tenth") << number << "500.5" << "5005" << "";
        QTest::newRow("the cell says otherwise") << text << "500 ریال" << "500" << "amount_unit_read";
        QTest::newRow("less than a rial") << number << "500.55" << "" << "amount_invalid";
        QTest::newRow("beyond money") << number << "900719925474099.2" << "" << "amount_invalid";
    }
    void tomansBecomeRials() { check(Column::Amount, AmountUnit::Toman); }

    void aDueDateIsRepairedOrRefused_data() {
        addColumns();
        const QString day = "2026-12-29";
        QTest::newRow("Jalali") << text << "1405/10/08" << day << "";
        QTest::newRow("Jalali, short") << text << "1405/10/8" << day << "";
        QTest::newRow("Jalali with hyphens") << text << "1405-10-08" << day << "";
        QTest::newRow("Gregorian") << text << "2026-12-29" << day << "";
        QTest::newRow("a real date") << CellKind::Date << day << day << "";
        QTest::newRow("Persian digits") << text << "۱۴۰۵/۱۰/۸" << day << "digits_converted";
        QTest::newRow("compact") << text << "14051008" << day << "compact_date_split";
        QTest::newRow("compact number") << number << "14051008" << day << "compact_date_split";
        QTest::newRow("compact, Persian digits")
            << text << "۱۴۰۵۱۰۰۸" << day << "digits_converted compact_date_split";
        QTest::newRow("two-digit year") << text << "05/10/08" << day << "two_digit_year_completed";
        QTest::newRow("two-digit year five years on") << text << "10/09/01" << "2031-11-22"
                                                      << "two_digit_year_completed";
        QTest::newRow("day first") << text << "08/10/1405" << day << "date_rewritten";
        QTest::newRow("dots") << text << "1405.10.08" << day << "date_rewritten";
        QTest::newRow("a time behind") << text << "2026-12-29 00:00:00" << day << "date_rewritten";
        QTest::newRow("Excel's day number") << number << "46385" << day << "date_from_serial";
        QTest::newRow("with a time") << number << "46385.5" << day << "date_from_serial";
        QTest::newRow("of a csv") << untyped << "46385" << day << "date_from_serial";
        QTest::newRow("missing") << text << "" << "" << "due_on_missing";
        QTest::newRow("no such day") << text << "1405/13/40" << "" << "due_on_invalid";
        QTest::newRow("no leap year") << text << "1404/12/30" << "" << "due_on_invalid";
        QTest::newRow("words") << text << "عندالمطالبه" << "" << "due_on_invalid";
        QTest::newRow("a day number in text") << text << "46385" << "" << "due_on_invalid";
        QTest::newRow("an amount") << number << "551500000" << "" << "due_on_invalid";
        QTest::newRow("true") << CellKind::Boolean << "TRUE" << "" << "due_on_invalid";
        QTest::newRow("two-digit year too far on") << text << "12/06/26" << "" << "due_on_far_away";
        QTest::newRow("two-digit year too far back") << text << "99/10/08" << "" << "due_on_far_away";
        QTest::newRow("far with four digits is meant") << text << "1420/10/08" << "2041-12-28" << "";
    }
    void aDueDateIsRepairedOrRefused() { check(Column::DueOn); }

    void otherColumnsAreRepairedOrRefused_data() {
        QTest::addColumn<Column>("column");
        addColumns();
        const auto row = [](const char* name, Column column, CellKind kind, const QString& cell,
                            const QString& value, const QString& outcome) {
            QTest::newRow(name) << column << kind << cell << value << outcome;
        };
        row("bank", Column::Bank, text, "بانک ملت", "012 بانک ملت", "");
        row("bank of an Arabic keyboard", Column::Bank, text, "بانك ملي", "017 بانک ملی",
            "letters_converted");
        row("bank's code", Column::Bank, number, "12", "012 بانک ملت", "");
        row("bank's code in Persian", Column::Bank, text, "۰۱۲", "012 بانک ملت", "digits_converted");
        row("a bank nobody knows", Column::Bank, text, "بانک البرز", " بانک البرز", "");
        row("no bank found", Column::Bank, CellKind::Error, "#N/A", " ", "");
        row("branch", Column::Branch, number, "7388", "7388", "");
        row("branch in Persian", Column::Branch, text, "ولي‌عصر ۱۲", "ولی‌عصر 12",
            "letters_converted digits_converted");
        row("series", Column::Series, text, "65-ب", "65-ب", "");
        row("serial", Column::Serial, text, "626455", " 626455", "");
        row("serial in Persian", Column::Serial, text, "۶۲۶ ۴۵۵", " 626455",
            "digits_converted separators_removed");
        row("serial and series", Column::Serial, text, "626455/65-ب", "65-ب 626455", "series_split");
        row("series and serial", Column::Serial, text, "۶۵ب / ۶۲۶۴۵۵", "65ب 626455",
            "digits_converted series_split");
        row("which is which", Column::Serial, text, "12345/67890", " 12345/67890", "");
        row("account", Column::AccountNumber, text, "۰۱۰۳-۵۵.۲", "0103-55.2 ", "digits_converted");
        row("account that is an IBAN", Column::AccountNumber, text, "IR06 2960 0000 0010 0324 2000 01",
            " IR062960000000100324200001", "separators_removed");
        row("account that should be an IBAN", Column::AccountNumber, text, "IR07 2960", " ", "iban_invalid");
        row("IBAN", Column::Iban, text, "IR062960000000100324200001", "IR062960000000100324200001", "");
        row("IBAN without IR", Column::Iban, text, "062960000000100324200001", "IR062960000000100324200001",
            "iban_prefix_added");
        row("IBAN in Persian", Column::Iban, text, "ir۰۶۲۹۶۰۰۰۰۰۰۰۱۰۰۳۲۴۲۰۰۰۰۱", "IR062960000000100324200001",
            "digits_converted");
        row("IBAN with a wrong check", Column::Iban, text, "IR072960000000100324200001", "", "iban_invalid");
        row("IBAN as a number", Column::Iban, number, "6.2960000001e+22", "", "iban_invalid");
        row("drawer", Column::DrawerName, text, "علي\nرضايي ", "علی رضایی", "letters_converted");
        row("drawer's digits are his", Column::DrawerName, text, "فروشگاه ۲۴", "فروشگاه ۲۴", "");
        row("national id", Column::DrawerNationalId, text, "0499370899", "0499370899", "");
        row("national id as a number", Column::DrawerNationalId, number, "499370899", "0499370899",
            "national_id_padded");
        row("national id in Persian", Column::DrawerNationalId, text, "۰۴۹-۹۳۷۰۸۹-۹", "0499370899",
            "digits_converted separators_removed");
        row("legal id", Column::DrawerNationalId, number, "14007650912", "14007650912", "");
        row("a wrong check digit", Column::DrawerNationalId, text, "0499370898", "", "drawer_id_invalid");
        row("a look-up that failed", Column::DrawerNationalId, CellKind::Error, "#N/A", "",
            "drawer_id_invalid");
        row("dealer", Column::Dealer, text, " شركت پارس ", "شرکت پارس", "letters_converted");
        row("an escaped sign", Column::Description, text, "'=فوری", "=فوری", "text_mark_removed");
        row("too long", Column::Series, text, QString(21, 'x'), QString(19, 'x') + "…", "field_too_long");
    }
    void otherColumnsAreRepairedOrRefused() {
        QFETCH(Column, column);
        check(column);
    }

    void anOlderLeafNeedsNoSayadId_data() {
        QTest::addColumn<QString>("bank");
        QTest::addColumn<QString>("series");
        QTest::addColumn<QString>("serial");
        QTest::addColumn<QString>("errors");
        QTest::newRow("all three") << "ملت" << "الف" << "111111" << "";
        QTest::newRow("in one cell") << "ملت" << "" << "111111/الف" << "";
        QTest::newRow("no bank") << "" << "الف" << "111111" << "sayad_id:sayad_id_missing";
        QTest::newRow("an unknown bank") << "البرز" << "الف" << "111111" << "sayad_id:sayad_id_missing";
        QTest::newRow("no series") << "ملت" << "" << "111111" << "sayad_id:sayad_id_missing";
        QTest::newRow("no serial") << "ملت" << "الف" << "" << "sayad_id:sayad_id_missing";
    }
    void anOlderLeafNeedsNoSayadId() {
        QFETCH(QString, bank);
        QFETCH(QString, series);
        QFETCH(QString, serial);
        const ImportRow row = rowWith({{Column::SayadId, {text, ""}},
                                       {Column::Bank, {text, bank}},
                                       {Column::Series, {text, series}},
                                       {Column::Serial, {text, serial}}});
        QTEST(errorsOf(row), "errors");
        if (row.state == RowState::Ready) {
            QCOMPARE(chequeKeys(row.values), std::vector<std::string>{"012/الف/111111"});
        }
    }

    void theIbanNamesTheBankWhereTheRowDoesNot() {
        const ImportRow row = rowWith({{Column::Iban, {text, "IR062960000000100324200001"}}});
        QCOMPARE(row.values.bankCode, std::string());  // 296 is nobody's code
        const ImportRow mellat = rowWith({{Column::Iban, {text, "IR820540102680020817909002"}}});
        QCOMPARE(valueOf(mellat, Column::Bank), "054 بانک پارسیان");
        const ImportRow both =
            rowWith({{Column::Iban, {text, "IR820540102680020817909002"}}, {Column::Bank, {text, "ملت"}}});
        QCOMPARE(valueOf(both, Column::Bank), "012 ملت");
    }

    void everyFaultOfARowIsNamedInTheOrderOfItsColumns() {
        const ImportRow row = rowWith({{Column::SayadId, {text, "1"}},
                                       {Column::Amount, {text, "x"}},
                                       {Column::DueOn, {text, "x"}},
                                       {Column::Bank, {text, QString(101, 'x')}},
                                       {Column::Iban, {text, "x"}},
                                       {Column::DrawerNationalId, {text, "x"}},
                                       {Column::Description, {text, QString(501, 'x')}}});
        QCOMPARE(errorsOf(row),
                 "sayad_id:sayad_id_invalid amount:amount_invalid due_on:due_on_invalid "
                 "bank:field_too_long iban:iban_invalid drawer_national_id:drawer_id_invalid "
                 "description:field_too_long");
        QCOMPARE(row.errors[3].arguments.front().second, std::string("100"));
        QCOMPARE(QString::fromStdString(errorSentence(row.errors[3].toError(), Language::English)),
                 "At most 100 characters fit here.");
        QCOMPARE(row.errors[3].toError().pointer, std::string("/bank"));
    }

    void aCorrectionStandsInPlaceOfItsCell_data() {
        QTest::addColumn<Column>("column");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("Sayad id") << Column::SayadId << "۸۷۵۹ ۸۷۷۳ ۵۲۹۴ ۷۴۴۳" << "8759877352947443" << "";
        QTest::newRow("Sayad id that ends in 0")
            << Column::SayadId << "8759877352947440" << "8759877352947440" << "";
        QTest::newRow("15 digits are one too few")
            << Column::SayadId << "875987735294744" << "" << "sayad_id_invalid";
        QTest::newRow("emptied") << Column::SayadId << "" << "" << "sayad_id_missing";
        QTest::newRow("amounts are rials") << Column::Amount << "۱٬۰۰۰" << "1000" << "";
        QTest::newRow("unless it says tomans") << Column::Amount << "1,000 تومان" << "10000" << "";
        QTest::newRow("still wrong") << Column::DueOn << "1405/13/40" << "" << "due_on_invalid";
        QTest::newRow("two-digit year") << Column::DueOn << "05/12/29" << "2027-03-20" << "";
        QTest::newRow("two-digit year, far") << Column::DueOn << "30/12/29" << "" << "due_on_far_away";
        QTest::newRow("of a column that is not in the sheet")
            << Column::Dealer << "شركت پارس" << "شرکت پارس" << "";
    }
    void aCorrectionStandsInPlaceOfItsCell() {
        QFETCH(Column, column);
        QFETCH(QString, typed);
        SheetLayout layout = layoutOf(AmountUnit::Toman);
        layout.columns.resize(3);
        const std::vector<RowCell> cells{{0, number, "8759877352947440"}, {1, text, "x"}, {2, text, "x"}};
        Corrections corrections{
            {Column::SayadId, "2152449390926686"}, {Column::Amount, "5"}, {Column::DueOn, "1405/10/08"}};
        corrections[column] = typed.toStdString();
        const ImportRow row = interpret(layout, 9, cells, corrections, exampleDay());
        QTEST(outcomeOf(row, column), "outcome");
        QTEST(valueOf(row, column), "value");
        QCOMPARE(row.row, 9U);
        QCOMPARE(row.cells, cells);  // what was read stays as it was read
        QVERIFY(row.repairs.empty());
    }

    void everyRepairHasANameAndTwoTitles() {
        for (const RepairText& text : repairTexts()) {
            QCOMPARE(repairByName(text.name), std::optional(text.code));
            QVERIFY(!text.english.empty() && !text.persian.empty());
        }
        QVERIFY(!repairByName("guessed"));
    }

    void everyValueBelongsToAColumn() {
        for (const describe::FieldInfo& field : describe::fieldsOf<RowValues>()) {
            QVERIFY2(columnOfValue(field.name), std::string(field.name).c_str());
        }
        QCOMPARE(columnOfValue("bank"), std::optional(Column::Bank));
        QVERIFY(!columnOfValue("row_number"));
        QVERIFY(!columnOfValue("state"));
    }

    void aCellsKindHasAName() {
        for (const CellKind kind :
             {CellKind::Empty, text, number, CellKind::Date, CellKind::Boolean, CellKind::Error, untyped}) {
            QCOMPARE(kindByName(kindName(kind)), std::optional(kind));
        }
        QVERIFY(!kindByName("formula"));
    }
};

QTEST_APPLESS_MAIN(ChequeInterpretTest)
#include "cheque_interpret_test.moc"
