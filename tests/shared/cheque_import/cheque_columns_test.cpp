#include "shared/cheque_import/columns.h"

#include <QtTest>

using namespace nextgen;
using namespace nextgen::cheque_import;

class ChequeColumnsTest : public QObject {
    Q_OBJECT

    static QString seen(const QString& heading) {
        const auto found = headingOf(heading.toStdString());
        return found ? QString::fromStdString(std::string(columnName(found->column))) : "none";
    }

  private slots:
    void aHeadingIsKnownInAnySpelling_data() {
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("column");
        const std::vector<std::pair<QString, QStringList>> spellings{
            {"sayad_id",
             {"شناسه صیادی", "شناسه‌ی صیادی", "شناسه صيادي", "شناسهٔ صیادی",
              "شناسه‌صیادی", "ش. صیادی", "ش.صیادی", "شماره صیادی", "کد صیاد", "کد صیادی چک",
              "شناسه صیادی چک (۱۶ رقمی)", "صیادی", "شناسه یکتا", "Sayad ID", "SAYAD-ID", "sayad_id",
              "SayadId", "Sayad No."}},
            {"amount",
             {"مبلغ", "مبلغ (ریال)", "مبلغ (ريال)", "مبلغ-ریال", "مبلغ به تومان", "مبلغ چک", "مبلغ چک (ریال)",
              "مبلغ ﷼", "مـبـلـغ", "مبلغ چک دریافتی", "مبلغ ریالی", "Amount", "Amount (IRR)", "Amount IRT",
              "AMOUNT IN RIALS", "Cheque Amount", "Toman amount"}},
            {"due_on",
             {"تاریخ سررسید", "تاريخ سررسيد", "سررسید", "سر رسید", "سر‌رسید", "تاریخ سر رسید",
              "ت. سررسید", "سررسید چک", "تاریخ سررسید چک دریافتی", "تاریخ چک", "Due Date", "due_on",
              "DueDate", "Maturity Date", "تاریخ"}},
            {"bank",
             {"بانک", "بانك", "نام بانک", "بانک عامل", "بانک صادرکننده چک", "کد بانک", "Bank", "Bank Name"}},
            {"branch", {"شعبه", "نام شعبه", "کد شعبه", "شعبه صادر کننده", "Branch"}},
            {"account_number",
             {"شماره حساب", "ش. حساب", "شماره حساب/شبا", "شماره حساب صاحب چک", "Account No."}},
            {"iban", {"شبا", "شماره شبا", "شماره شبای صادرکننده", "IBAN", "Sheba"}},
            {"series", {"سری", "سری چک", "سري", "Series"}},
            {"serial",
             {"سریال", "سریال چک", "شماره چک", "شماره سریال", "ش. چک", "سری/سریال", "شماره", "Serial",
              "Cheque No", "Check Number"}},
            {"drawer_name",
             {"صاحب حساب", "صادرکننده", "صادر کننده چک", "نام صاحب حساب", "صاحب‌حساب", "Drawer",
              "Issuer", "نام"}},
            {"drawer_national_id",
             {"کد ملی", "کدملی", "شناسه ملی", "کد ملی صاحب حساب", "کد/شناسه ملی صادرکننده", "شناسه صادرکننده",
              "National ID"}},
            {"dealer",
             {"نماینده", "کد نماینده", "طرف حساب", "نام مشتری", "مشتری", "Dealer", "Customer Name"}},
            {"description", {"شرح", "توضیحات", "بابت", "ملاحظات", "Description", "Notes"}},
            {"row_number", {"ردیف", "رديف", "#", "No.", "Row"}},
            {"amount_in_words", {"مبلغ به حروف", "مبلغ چک به حروف", "Amount in words"}},
            {"issued_on", {"تاریخ صدور", "تاریخ صدور چک", "Issue Date"}},
            {"received_on", {"تاریخ دریافت", "Received On"}},
            {"status", {"وضعیت", "وضعیت سررسید", "وضعیت صیاد", "استعلام صیادی", "Status"}},
            {"kind", {"نوع", "نوع چک"}},
            {"payee", {"در وجه", "ذی‌نفع", "کد ملی ذینفع", "Payee"}},
            {"document_number", {"شماره سند"}},
            {"reason", {"علت", "Reason"}},
            // Taken for an amount or a date, these would be wrong without a word.
            {"none",
             {"مبلغ (میلیون ریال)", "مبلغ به هزار تومان", "Amount (million)", "روز تا سررسید", "مانده مبلغ",
              "مبلغ کارمزد", "تاریخ ثبت صیاد", "تعداد", "مبلغ وصول شده", "", " ", "۱۲۳", "علی رضایی",
              "بانک ملت"}},
        };
        for (const auto& [column, headings] : spellings) {
            for (const QString& heading : headings) {
                QTest::newRow(qPrintable(heading)) << heading << column;
            }
        }
        QTest::newRow("a sentence") << QString("شناسه صیادی ").repeated(20) << "none";
    }
    void aHeadingIsKnownInAnySpelling() {
        QFETCH(QString, heading);
        QFETCH(QString, column);
        QCOMPARE(seen(heading), column);
    }

    void anAmountsHeadingSaysItsUnit_data() {
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("unit");
        QTest::newRow("rial") << "مبلغ (ریال)" << "rial";
        QTest::newRow("Arabic letters") << "مبلغ (ريال)" << "rial";
        QTest::newRow("sign") << "مبلغ ﷼" << "rial";
        QTest::newRow("toman") << "مبلغ به تومان" << "toman";
        QTest::newRow("toman, spoken") << "مبلغ تومن" << "toman";
        QTest::newRow("toman first") << "Toman amount" << "toman";
        QTest::newRow("IRT") << "Amount (IRT)" << "toman";
        QTest::newRow("IRR") << "Amount, IRR" << "rial";
        QTest::newRow("both is neither") << "مبلغ (ریال/تومان)" << "";
        QTest::newRow("none") << "مبلغ" << "";
    }
    void anAmountsHeadingSaysItsUnit() {
        QFETCH(QString, heading);
        QFETCH(QString, unit);
        const auto found = headingOf(heading.toStdString());
        QVERIFY(found);
        QCOMPARE(found->column, Column::Amount);
        QCOMPARE(found->unit ? QString::fromStdString(std::string(describe::nameOf(*found->unit))) : "",
                 unit);
    }

    void everyColumnIsFoundByItsOwnTitle() {
        for (const ColumnText& text : columnTexts()) {
            QCOMPARE(columnByName(text.name), std::optional(text.column));
            for (const Language language : {Language::Persian, Language::English}) {
                const std::string title(columnTitle(text.column, language));
                const auto found = headingOf(title);
                QVERIFY2(found && found->column == text.column, title.c_str());
            }
        }
        QVERIFY(!columnByName("colour"));
    }

    void theBetterHeadingGetsTheColumn_data() {
        QTest::addColumn<QStringList>("headings");
        QTest::addColumn<QString>("fields");
        QTest::newRow("a plain date gives way")
            << QStringList{"تاریخ", "سررسید", "مبلغ", "صیادی"} << "-,due_on,amount,sayad_id";
        QTest::newRow("a plain number stands in")
            << QStringList{"شماره", "تاریخ", "مبلغ", "نام"} << "serial,due_on,amount,drawer_name";
        QTest::newRow("the first of equals")
            << QStringList{"مبلغ", "مبلغ", "سررسید", "سریال"} << "amount,-,due_on,serial";
        QTest::newRow("words are no amount") << QStringList{"مبلغ به حروف", "مبلغ چک", "سررسید", "سریال"}
                                             << "amount_in_words,amount,due_on,serial";
        QTest::newRow("unknown ones stay")
            << QStringList{"سررسید", "سریال", "رنگ", "", "مبلغ"} << "due_on,serial,-,amount";
    }
    void theBetterHeadingGetsTheColumn() {
        QFETCH(QStringList, headings);
        QFETCH(QString, fields);
        workbook::Row row{7, {}};
        for (const QString& heading : headings) {
            row.cells.push_back(heading.isEmpty() ? workbook::Cell()
                                                  : workbook::Cell::ofText(heading.toStdString()));
        }
        const auto header = findHeader({&row, 1});
        QVERIFY(header);
        QCOMPARE(header->row, 7U);
        QStringList found;
        for (const SheetColumn& column : header->columns) {
            found << (column.field ? QString::fromStdString(std::string(columnName(*column.field))) : "-");
        }
        QCOMPARE(found.join(','), fields);
    }

    void theRowThatNamesMostIsTheHeader() {
        const auto row = [](std::uint32_t number, std::initializer_list<const char*> texts) {
            workbook::Row made{number, {}};
            for (const char* text : texts) {
                made.cells.push_back(workbook::Cell::ofText(text));
            }
            return made;
        };
        const std::vector<workbook::Row> rows{
            row(1, {"مبلغ", "تاریخ", "شماره"}),
            row(3, {"شناسه صیادی", "بانک", "مبلغ (تومان)", "تاریخ سررسید"}),
            row(4, {"2152449390926686", "ملت", "500", "1405/10/08"}),
            row(5, {"شناسه صیادی", "بانک", "مبلغ (ریال)", "تاریخ سررسید"}),
        };
        QCOMPARE(findHeader(rows)->row, 3U);
        QCOMPARE(findHeader(rows)->amountUnit, std::optional(AmountUnit::Toman));
        QVERIFY(!findHeader({}));
        const std::vector<workbook::Row> lacking{row(1, {"شناسه صیادی", "بانک", "سررسید"})};
        QVERIFY(!findHeader(lacking));
    }
};

QTEST_APPLESS_MAIN(ChequeColumnsTest)
#include "cheque_columns_test.moc"
