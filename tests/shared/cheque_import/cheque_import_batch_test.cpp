#include "shared/cheque_import/batch.h"
#include "tests/shared/cheque_import/collected_rows.h"
#include "tests/shared/workbook/package.h"

#include <nlohmann/json.hpp>

using namespace nextgen;
using namespace nextgen::cheque_import;
using namespace nextgen::test;

class ChequeImportBatchTest : public QObject {
    Q_OBJECT

    Folder m_folder;

    static std::filesystem::path example(const QString& file) {
        return std::string(NEXTGEN_TEST_DATA "/cheques/") + file.toStdString();
    }

    struct Imported : CollectedRows {
        std::optional<ImportOutcome> outcome;
        QString refusal;
        Error error{};
        /// "row:state" of each row.
        QString states() const {
            QStringList list;
            for (const ImportRow& row : rows) {
                const std::string state(describe::nameOf(row.state));
                list << QString::number(row.row) + ":" + QString::fromStdString(state) +
                            (row.twinRow ? " of " + QString::number(*row.twinRow) : QString());
            }
            return list.join(' ');
        }
    };

    static Imported import(const ImportRequest& request, const std::stop_token& stop = {}) {
        Imported imported;
        const auto outcome = importWorkbook(request, imported, stop);
        if (outcome) {
            imported.outcome = *outcome;
        } else {
            imported.error = outcome.error();
            imported.refusal = QString::fromStdString(std::string(errorName(outcome.error().code)));
        }
        return imported;
    }
    Imported importCsv(const std::string& lines, const std::optional<Mapping>& mapping = {},
                       std::optional<AmountUnit> unit = {}) {
        return import({m_folder.write("list.csv", lines), exampleDay(), unit, mapping});
    }

  private slots:
    void everyRowOfTheExamplesIsUnderstoodAsExpected_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("expectedFile");
        QTest::newRow("clean.xlsx") << "clean.xlsx" << "clean.xlsx.expected.json";
        QTest::newRow("clean.ods") << "clean.ods" << "clean.xlsx.expected.json";
        QTest::newRow("messy.xlsx") << "messy.xlsx" << "messy.xlsx.expected.json";
        QTest::newRow("windows-1256.csv") << "windows-1256.csv" << "windows-1256.csv.expected.json";
    }
    void everyRowOfTheExamplesIsUnderstoodAsExpected() {
        QFETCH(QString, file);
        QFETCH(QString, expectedFile);
        const auto expected = nlohmann::json::parse(bytesOf(example(expectedFile)));
        const Imported imported = import({example(file), exampleDay()});
        QVERIFY2(imported.outcome, qPrintable(imported.refusal));

        const auto& summary = expected["summary"];
        const Summary& counted = imported.outcome->summary;
        QCOMPARE(counted.rowsTotal, summary["rows_total"].get<unsigned>());
        QCOMPARE(counted.rowsReady, summary["rows_ready"].get<unsigned>());
        QCOMPARE(counted.rowsRepaired, summary["rows_repaired"].get<unsigned>());
        QCOMPARE(counted.rowsDuplicate, summary["rows_duplicate"].get<unsigned>());
        QCOMPARE(counted.rowsFailed, summary["rows_failed"].get<unsigned>());
        QCOMPARE(counted.amountTotal.rials(), summary["amount_total"].get<qint64>());
        QCOMPARE(imported.outcome->layout.amountUnit, AmountUnit::Rial);

        QCOMPARE(imported.rows.size(), expected["rows"].size());
        for (std::size_t i = 0; i < imported.rows.size(); ++i) {
            const ImportRow& row = imported.rows[i];
            const auto& wanted = expected["rows"][i];
            const QByteArray where = "row " + QByteArray::number(row.row);
            QVERIFY2(describe::nameOf(row.state) == wanted["state"].get<std::string>(), where);
            QVERIFY2(row.errors.empty() == (row.state != RowState::Failed), where);
            if (wanted.contains("code")) {
                QVERIFY2(errorName(row.errors.front().code) == wanted["code"].get<std::string>(), where);
            }
            if (row.state == RowState::Ready) {
                QVERIFY2(row.values.sayadId == wanted["sayad_id"].get<std::string>(), where);
                QVERIFY2(row.values.amount->rials() == wanted["amount"].get<qint64>(), where);
                QVERIFY2(row.values.dueOn->toString() == wanted["due_on"].get<std::string>(), where);
                const bool isRepaired = wanted["repaired"].is_boolean() && wanted["repaired"].get<bool>();
                QVERIFY2(row.repairs.empty() != isRepaired, where + ": " + repairsOf(row).toUtf8());
            }
        }
    }

    void theMessyExampleNamesItsRepairsAndTwins() {
        const Imported imported = import({example("messy.xlsx"), exampleDay()});
        std::map<unsigned, QString> repairs;
        for (const ImportRow& row : imported.rows) {
            if (row.state == RowState::Ready && !row.repairs.empty()) {
                repairs[row.row] = repairsOf(row);
            }
        }
        QCOMPARE(repairs[5],
                 "amount:digits_converted amount:separators_removed due_on:digits_converted "
                 "sayad_id:digits_converted");
        QCOMPARE(repairs[8], "sayad_id:sayad_id_padded");
        QCOMPARE(repairs[9], "due_on:compact_date_split sayad_id:separators_removed");
        QCOMPARE(repairs[13], "due_on:two_digit_year_completed bank:letters_converted");
        QCOMPARE(imported.layout.sheet, std::string("چک‌ها"));
        QCOMPARE(imported.layout.headerRow, 3U);
        QCOMPARE(imported.rows[6].twinRow, std::optional(4U));
        QCOMPARE(imported.rows[16].twinRow, std::optional(14U));
        QCOMPARE(imported.rows.front().values.bankCode, std::string("057"));
        QCOMPARE(imported.rows.front().values.drawerName, std::string("علی رضایی"));
    }

    void theHeaderIsFoundUnderTitlesInTheFirstVisibleSheetThatHasOne() {
        const auto text = [](const std::string& value) {
            return "<c t='inlineStr'><is><t>" + value + "</t></is></c>";
        };
        const std::string cheque =
            "<row>" + text("2152449390926686") + "<c><v>5</v></c>" + text("1405/10/08") + "</row>";
        const std::string header = "<row>" + text("شناسه صیادی") + text("مبلغ") + text("سررسید") + "</row>";
        std::string titles;
        for (int i = 0; i < 28; ++i) {
            titles += "<row>" + text("عنوان") + "</row>";
        }
        const Imported imported =
            import({m_folder.zip("a.xlsx", xlsx({{"پنهان", header + cheque, "hidden"},
                                                 {"راهنما", "<row>" + text("راهنما") + "</row>"},
                                                 {"چک", titles + header + cheque},
                                                 {"دیگر", header + cheque}})),
                    exampleDay()});
        QVERIFY2(imported.outcome, qPrintable(imported.refusal));
        QCOMPARE(imported.layout.sheet, std::string("چک"));
        QCOMPARE(imported.layout.headerRow, 29U);
        QCOMPARE(imported.states(), "30:ready");

        Mapping hidden;
        hidden.sheet = "پنهان";
        QCOMPARE(import({m_folder.file("a.xlsx"), exampleDay(), {}, hidden}).layout.sheet,
                 std::string("پنهان"));
        hidden.sheet = "هیچ";
        QCOMPARE(import({m_folder.file("a.xlsx"), exampleDay(), {}, hidden}).refusal, "header_not_found");
    }

    void headingsMayStandInTwoRows() {
        const Imported imported = importCsv(
            "ردیف,مشخصات چک,,,صاحب حساب\n"
            ",شناسه صیادی,مبلغ (تومان),سررسید,\n"
            "1,2152449390926686,500,1405/10/08,علی رضایی\n");
        QCOMPARE(imported.states(), "3:ready");
        QCOMPARE(imported.rows.front().values.drawerName, std::string("علی رضایی"));
        QCOMPARE(imported.rows.front().values.amount->rials(), 5000);
        QCOMPARE(imported.layout.headerRow, 2U);
    }

    void theUnitIsTheRequestsThenTheHeadersThenRial() {
        const std::string cheque = "\n2152449390926686,500,1405/10/08\n";
        const auto amountOf = [](const Imported& imported) {
            return imported.rows.front().values.amount->rials();
        };
        QCOMPARE(amountOf(importCsv("صیادی,مبلغ,سررسید" + cheque)), 500);
        QCOMPARE(amountOf(importCsv("صیادی,مبلغ به تومان,سررسید" + cheque)), 5000);
        QCOMPARE(amountOf(importCsv("صیادی,مبلغ (ریال),سررسید" + cheque, {}, AmountUnit::Toman)), 5000);
        QCOMPARE(amountOf(importCsv("صیادی,مبلغ به تومان,سررسید" + cheque, {}, AmountUnit::Rial)), 500);
    }

    void rowsThatHoldNoChequeArePassedOver() {
        const Imported imported = importCsv(
            "ردیف,صیادی,بانک,مبلغ,سررسید,شرح\n"
            "1,2152449390926686,ملت,500,1405/10/08,الف\n"
            ",,,,,\n"
            "2,,,,,\n"                                     // numbered in advance
            ",چک‌های آذر ۱۴۰۵,,,,\n"         // a group's title
            "ردیف,صیادی,بانک,مبلغ,سررسید,شرح\n"            // the next page's header
            "3,2152449390926687,ملت,600,1405/10/09,جمع\n"  // a remark, not a total
            "جمع صفحه,,,1100,,\n"
            ",مجموع:,,۱٬۱۰۰,,\n"
            ",,,1100,,\n"  // a sum without a word
            "Grand Total,,,1100,,\n"
            ",,,,,تهیه کننده: رضایی\n"
            "4,,جمعه‌پور,700,,\n"  // no total: a name
            ",امضا,,,,مدیر مالی\n");
        QCOMPARE(imported.states(), "2:ready 7:ready 13:failed 14:failed");
        QCOMPARE(imported.outcome->summary.amountTotal.rials(), 1100);
    }

    void theLaterOfTwoRowsWithOneChequeIsTheDuplicate() {
        const Imported imported = importCsv(
            "صیادی,بانک,سری,سریال,مبلغ,سررسید\n"
            "2152449390926686,ملت,الف,111111,,1405/10/08\n"   // 2 failed: no twin of any
            "2152449390926686,ملت,الف,111111,5,1405/10/08\n"  // 3
            "۲۱۵۲ ۴۴۹۳ ۹۰۹۲ ۶۶۸۶,,,,5,1405/10/08\n"           // 4 the same, otherwise written
            ",بانك ملت,الف,111111,5,1405/10/08\n"             // 5 the same leaf
            ",012,الف,111111,5,1405/10/08\n"                  // 6 by the bank's code
            ",ملت,ب,111111,5,1405/10/08\n"                    // 7 another series
            "2152449390926699,ملت,الف,111111,5,1405/10/08\n"  // 8 another id on the same leaf
            "2152449390926699,,,,5,1405/10/08\n");            // 9 the same id
        QCOMPARE(imported.states(),
                 "2:failed 3:ready 4:duplicate of 3 5:duplicate of 3 6:duplicate of 3 7:ready "
                 "8:duplicate of 3 9:duplicate of 8");
        const Summary& summary = imported.outcome->summary;
        QCOMPARE(summary.rowsTotal, summary.rowsReady + summary.rowsDuplicate + summary.rowsFailed);
    }

    void aMappingStandsInForHeadings_data() {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<int>("headerRow");  // -1: not said
        QTest::addColumn<unsigned>("found");
        const QByteArray cheque = "2152449390926686,x,5,1405/10/08\n";
        QTest::newRow("odd headings") << "فهرست,,,\nالف,ب,ج,د\n" + cheque << -1 << 2U;
        QTest::newRow("none") << cheque << -1 << 0U;
        QTest::newRow("none, said so") << cheque << 0 << 0U;
        QTest::newRow("named") << "فهرست,,,\nالف,ب,ج,د\n" + cheque << 2 << 2U;
        QTest::newRow("known, but wrong") << "شناسه صیادی,بانک,تاریخ,مبلغ\n" + cheque << -1 << 1U;
        QTest::newRow("named, beyond the rows that are searched")
            << QByteArray("x\n").repeated(50) + "الف,ب,ج,د\n" + cheque << 51 << 51U;
    }
    void aMappingStandsInForHeadings() {
        QFETCH(QByteArray, lines);
        QFETCH(int, headerRow);
        QFETCH(unsigned, found);
        Mapping mapping;
        mapping.columns = {{0, Column::SayadId}, {2, Column::Amount}, {3, Column::DueOn}};
        if (headerRow >= 0) {
            mapping.headerRow = headerRow;
        }
        const Imported imported = importCsv(lines.toStdString(), mapping);
        QVERIFY2(imported.outcome, qPrintable(imported.refusal));
        QCOMPARE(imported.layout.headerRow, found);
        QCOMPARE(imported.states(), QString::number(found + 1) + ":ready");
        QVERIFY(imported.rows.front().values.bankName.empty());
    }

    void whatCannotBeImportedIsRefusedWithWhatWasSeen() {
        const Imported none = importCsv("نامه\n\nبا سلام,و احترام\n");
        QCOMPARE(none.refusal, "header_not_found");
        QCOMPARE(QString::fromStdString(none.error.arguments.front().second), "نامه · با سلام · و احترام");
        QCOMPARE(importCsv("صیادی,بانک,سررسید\n2152449390926686,ملت,1405/10/08\n").refusal,
                 "header_not_found");
        QCOMPARE(importCsv("صیادی,مبلغ (میلیون ریال),سررسید\n2152449390926686,5,1405/10/08\n").refusal,
                 "header_not_found");
        QCOMPARE(importCsv("صیادی,مبلغ,سررسید\n").refusal, "no_rows");
        QCOMPARE(importCsv("صیادی,مبلغ,سررسید\nجمع,0,\n").refusal, "no_rows");
        QCOMPARE(import({m_folder.zip("a.xlsx", xlsx({{"a", ""}, {"b", ""}})), exampleDay()}).refusal,
                 "file_empty");
        QCOMPARE(import({m_folder.zip("b.xlsx", xlsx({{"a", "<row><c><v>1</v></c></row>", "hidden"}})),
                         exampleDay()})
                     .refusal,
                 "header_not_found");
    }

    void plainDayNumbersCountFromTheSheetsOwnEpoch() {
        const auto rows = [](int day) {
            return "<row><c t='str'><v>صیادی</v></c><c t='str'><v>مبلغ</v></c><c "
                   "t='str'><v>سررسید</v></c></row>"
                   "<row><c t='str'><v>2152449390926686</v></c><c><v>5</v></c><c><v>" +
                   std::to_string(day) + "</v></c></row>";
        };
        const Imported usual = import({m_folder.zip("a.xlsx", xlsx({{"a", rows(46643)}})), exampleDay()});
        const Imported old =
            import({m_folder.zip("b.xlsx", xlsx({{"a", rows(45181)}}, "", "", "<workbookPr date1904='1'/>")),
                    exampleDay()});
        QCOMPARE(usual.rows.front().values.dueOn, Date::of(2027, 9, 13));
        QCOMPARE(old.rows.front().values.dueOn, Date::of(2027, 9, 13));
        QCOMPARE(repairsOf(old.rows.front()), "due_on:date_from_serial");
    }

    void aSumBeyondWhatMoneyCanBeIsRefusedRowByRow() {
        std::string lines = "صیادی,مبلغ,سررسید\n";
        lines +=
            "2152449390926686,9007199254740990,1405/10/08\n2152449390926687,2,1405/10/08\n"
            "2152449390926688,1,1405/10/08\n";
        const Imported imported = importCsv(lines);
        QCOMPARE(imported.states(), "2:ready 3:failed 4:ready");
        QCOMPARE(errorsOf(imported.rows[1]), "amount:money_out_of_range");
        QCOMPARE(imported.outcome->summary.amountTotal.rials(), Money::rialsMax);
    }

    void aHundredThousandRowsStreamBy() {
        std::string lines = "شناسه صیادی,مبلغ,سررسید,بانک\n";
        for (int i = 0; i < 100'000; ++i) {
            const int id = i % 1000 == 999 ? i - 1 : i;
            lines += std::to_string(2152449390000000 + id) + ',' + std::to_string(i % 500 == 0 ? 0 : 10) +
                     ",۱۴۰۶/۰۱/۱۵,ملت\n";
        }
        Imported imported;
        imported.keptMax = 1;
        const auto outcome = importWorkbook({m_folder.write("long.csv", lines), exampleDay()}, imported);
        QVERIFY(outcome);
        QCOMPARE(imported.count, std::size_t(100'000));
        QVERIFY(imported.isProgressing && imported.rowsReported > 90'000);
        QCOMPARE(outcome->summary, (Summary{100'000, 99'700, 99'700, 100, 200, Money::rials(997'000)}));
    }

    void anImportCanBeCancelled() {
        struct Cancelling : CollectedRows {
            void row(ImportRow&& row) override {
                CollectedRows::row(std::move(row));
                source.request_stop();
            }
            std::stop_source source;
        } sink;
        const auto outcome =
            importWorkbook({example("windows-1256.csv"), exampleDay()}, sink, sink.source.get_token());
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(ChequeImportBatchTest)
#include "cheque_import_batch_test.moc"
