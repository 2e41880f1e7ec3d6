#include "shared/workbook/writer.h"
#include "tests/shared/workbook/package.h"

using namespace nextgen;
using namespace nextgen::test;
using nextgen::workbook::TableLayout;
using nextgen::workbook::Value;

namespace {

/// Texts that a spreadsheet would evaluate, or take apart into something it would.
const std::vector<std::string> formulas{
    "=1+1",       "+1",       "-1",      "@SUM(1)", "=HYPERLINK(\"http://x\",\"y\")",
    "\t=1",       "\r=1",     "\n=1",    "＝1+1",   "=cmd|' /C calc'!A0",
    "a;=1+1",     "a,=1+1",   "a\t=1+1", "a\n=1+1", "a; =1+1",
    "a,\"=1+1\"", "\"=1+1\"", " =1+1",
};

}  // namespace

class WorkbookWriterTest : public QObject {
    Q_OBJECT

    Folder m_folder;

    static Collected read(const std::filesystem::path& path) {
        Collected collected;
        const auto result = workbook::readWorkbook(path, workbook::Limits(), collected);
        if (!result) {
            qFatal("refused: %s", qPrintable(refusalOf(result)));
        }
        return collected;
    }

    static void write(workbook::TableWriter& writer, const std::vector<std::vector<Value>>& rows) {
        for (const auto& row : rows) {
            writer.row(row);
        }
        writer.finish();
    }

    static TableLayout layout(std::size_t columns) {
        TableLayout layout{"چک‌ها", true, {}};
        for (std::size_t i = 0; i < columns; ++i) {
            layout.columns.push_back({"ستون " + std::to_string(i + 1)});
        }
        return layout;
    }

    static std::vector<Value> oneOfEach() {
        return {std::string("شرکت «پارس»"),     std::int64_t{-5},
                Date::of(2027, 9, 13).value(),  8759877352947440.0,
                std::int64_t{8759877352947443}, std::monostate()};
    }

  private slots:
    void whatIsWrittenIsReadBack() {
        const auto path = m_folder.file("a.xlsx");
        write(*workbook::writeXlsx(path, layout(6)), {oneOfEach(), {std::string("x")}});
        const Collected collected = read(path);
        QCOMPARE(collected.sheets.front().name, std::string("چک‌ها"));
        QCOMPARE(shown(collected.rows),
                 (QStringList{"1: ستون 1 | ستون 2 | ستون 3 | ستون 4 | ستون 5 | ستون 6",
                              "2: شرکت «پارس» | number:-5 | date:2027-09-13 | number:8759877352947440 | "
                              "8759877352947443",
                              "3: x"}));
    }

    void csvIsUtf8WithBomAndQuotes() {
        const auto path = m_folder.file("a.csv");
        write(*workbook::writeCsv(path, layout(6)), {oneOfEach(), {std::string("a,\"b\"")}});
        QCOMPARE(QByteArray::fromStdString(bytesOf(path)),
                 QByteArray("\xEF\xBB\xBFستون 1,ستون 2,ستون 3,ستون 4,ستون 5,ستون 6\r\n"
                            "شرکت «پارس»,-5,2027-09-13,8.75987735294744e+15,8759877352947443,\r\n"
                            "\"a,\"\"b\"\"\"\r\n"));
    }

    void noTextOfAWorkbookIsAFormula() {
        std::vector<std::vector<Value>> rows;
        rows.reserve(formulas.size());
        for (const std::string& formula : formulas) {
            rows.push_back({formula});
        }
        const auto path = m_folder.file("a.xlsx");
        write(*workbook::writeXlsx(path, layout(1)), rows);
        const Collected collected = read(path);
        QCOMPARE(collected.rows.size(), formulas.size() + 1);
        for (std::size_t i = 0; i < formulas.size(); ++i) {
            QCOMPARE(collected.rows[i + 1].cells.front(), workbook::Cell::ofText(formulas[i]));
        }
        int failure = 0;
        zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY, &failure);
        zip_file_t* sheet = zip_fopen(archive, "xl/worksheets/sheet1.xml", 0);
        std::string xml(100'000, '\0');
        xml.resize(static_cast<std::size_t>(zip_fread(sheet, xml.data(), xml.size())));
        zip_fclose(sheet);
        zip_discard(archive);
        QVERIFY(xml.find("inlineStr") != std::string::npos);
        QVERIFY(xml.find("<f") == std::string::npos);
        QVERIFY(xml.find("rightToLeft=\"1\"") != std::string::npos);
    }

    void noTextOfACsvIsAFormulaWhateverSeparatesItsFields_data() {
        QTest::addColumn<char>("separator");
        QTest::newRow("comma") << ',';
        QTest::newRow("semicolon") << ';';
        QTest::newRow("tab") << '\t';
    }
    void noTextOfACsvIsAFormulaWhateverSeparatesItsFields() {
        QFETCH(char, separator);
        std::vector<std::vector<Value>> rows;
        rows.reserve(formulas.size());
        for (const std::string& formula : formulas) {
            rows.push_back({std::string("x"), formula, std::string("y")});
        }
        const auto path = m_folder.file("a.csv");
        write(*workbook::writeCsv(path, layout(3)), rows);
        // As a program with this list separator sees it: quotes count at the beginning of a field only.
        const QByteArray bytes = QByteArray::fromStdString(bytesOf(path)).mid(3);
        bool isQuoted = false;
        QByteArray field;
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            const char c = bytes[i];
            if (c == '"' && (isQuoted || field.isEmpty())) {
                isQuoted = !isQuoted;
            } else if (!isQuoted && (c == separator || c == '\r' || c == '\n')) {
                const QByteArray seen = field.trimmed();
                QVERIFY2(seen.isEmpty() || !QByteArray("=+-@").contains(seen[0]), field.constData());
                QVERIFY2(!seen.startsWith("＝"), field.constData());
                field.clear();
            } else {
                field += c;
            }
        }
    }

    void aTextBeyondExcelsLimitIsCut() {
        const auto path = m_folder.file("a.xlsx");
        write(*workbook::writeXlsx(path, layout(1)), {{QString(40'000, QChar(u'ش')).toStdString()}});
        QCOMPARE(read(path).rows[1].cells.front().text, (QString(32'766, QChar(u'ش')) + u'…').toStdString());
    }

    void bytesThatAreNoTextDoNotSpoilTheFile() {
        const auto path = m_folder.file("a.xlsx");
        write(*workbook::writeXlsx(path, layout(1)), {{std::string("a\xFF")}, {std::string("b\x01")}});
        QCOMPARE(shown(read(path).rows), (QStringList{"1: ستون 1", "2: a\uFFFD", "3: b"}));
    }

    void aPlaceThatCannotBeWrittenIsAnException() {
        QVERIFY_EXCEPTION_THROWN(workbook::writeCsv("/nonexistent/a.csv", layout(1)), std::runtime_error);
        const auto writer = workbook::writeXlsx("/nonexistent/a.xlsx", layout(1));
        QVERIFY_EXCEPTION_THROWN(writer->finish(), std::runtime_error);
        QVERIFY_EXCEPTION_THROWN(workbook::writeXlsx(m_folder.file("b.xlsx"), layout(1))->row(oneOfEach()),
                                 std::out_of_range);
    }
};

QTEST_APPLESS_MAIN(WorkbookWriterTest)
#include "workbook_writer_test.moc"
