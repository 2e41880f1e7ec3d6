#include "shared/workbook/reader.h"
#include "tests/shared/workbook/package.h"

using namespace nextgen;
using namespace nextgen::test;
using nextgen::workbook::Format;
using nextgen::workbook::Limits;

class WorkbookReaderTest : public QObject {
    Q_OBJECT

    Folder m_folder;

    Collected readParts(const Parts& parts) {
        Collected collected;
        const auto result = workbook::readWorkbook(m_folder.zip("book", parts), Limits(), collected);
        if (!result) {
            qFatal("refused: %s", qPrintable(refusalOf(result)));
        }
        return collected;
    }
    QStringList rowsOf(const std::string& xlsxRows, const std::string& sharedStrings = "",
                       const std::string& numberFormats = "", const std::string& properties = "") {
        return shown(readParts(xlsx({{"a", xlsxRows}}, sharedStrings, numberFormats, properties)).rows);
    }
    QStringList odsRowsOf(const std::string& rows) {
        return shown(readParts(ods("<table:table table:name='a'>" + rows + "</table:table>")).rows);
    }
    QStringList csvRowsOf(std::string_view bytes) {
        Collected collected;
        const auto result = workbook::readWorkbook(m_folder.write("book.csv", bytes), Limits(), collected);
        return result ? shown(collected.rows) : QStringList{refusalOf(result)};
    }

  private slots:
    void theExamplesAreReadWhole_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QString>("second");
        QTest::newRow("xlsx") << "messy.xlsx" << int(Format::Xlsx) << 34 << "2: تاریخ گزارش: ۱۴۰۵/۰۹/۰۱";
        QTest::newRow("ods") << "clean.ods" << int(Format::Ods) << 41
                             << "2: number:1 | 2417776317066908 | بانک صادرات | 3848 | 719869 | "
                                "number:1938000000 | 1405/11/18 | علی رضایی";
        QTest::newRow("csv") << "windows-1256.csv" << int(Format::Csv) << 26
                             << "2: 9259791907483379 | بانک پارسیان | 599492 | 815,500,000 | 1406/01/12 | "
                                "شرکت تدبیر صنعت";
    }
    void theExamplesAreReadWhole() {
        QFETCH(QString, file);
        QFETCH(int, format);
        QFETCH(int, rows);
        QFETCH(QString, second);
        Collected collected;
        const auto result = workbook::readWorkbook(
            std::string(NEXTGEN_TEST_DATA "/cheques/") + file.toStdString(), Limits(), collected);
        QVERIFY2(result, qPrintable(refusalOf(result)));
        QCOMPARE(int(result->format), format);
        QCOMPARE(int(result->rows), rows);
        QCOMPARE(shown(collected.rows).at(1), second);
    }

    void aFormatIsToldByContentNotByName() {
        Collected collected;
        const auto path = m_folder.zip("book.csv", xlsx({{"a", "<row><c><v>1</v></c></row>"}}));
        QCOMPARE(workbook::readWorkbook(path, Limits(), collected)->format, Format::Xlsx);
    }

    void aNumberIsShownAsAPersonReadsIt_data() {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("text");
        QTest::newRow("16 digits") << "8759877352947440" << "8759877352947440";
        QTest::newRow("16 digits, all significant") << "8759877352947443" << "8759877352947443";
        QTest::newRow("16 digits with an exponent") << "8.75987735294744E+15" << "8759877352947440";
        QTest::newRow("15 digits") << "378591503109044" << "378591503109044";
        QTest::newRow("LibreOffice's exponent") << "8.75987735294744E+015" << "8759877352947440";
        QTest::newRow("a fraction that is none") << "46643.0" << "46643";
        QTest::newRow("noise of a formula") << "1250000.0000000002" << "1250000";
        QTest::newRow("noise below") << "999999.9999999999" << "1000000";
        QTest::newRow("a fraction") << "0.10000000000000001" << "0.1";
        QTest::newRow("negative") << "-5000000" << "-5000000";
        QTest::newRow("zero") << "-0.00" << "0";
        QTest::newRow("17 digits") << "12345678901234567" << "12345678901234567";
        QTest::newRow("18 digits") << "123456789012345678" << "1.23456789012346e+17";
        QTest::newRow("24 digits") << "1.2E+23" << "1.2e+23";
        QTest::newRow("no number") << "1.2.3" << "none";
        QTest::newRow("no number either") << "0x10" << "none";
        QTest::newRow("an absurd exponent") << "1E999999999" << "none";
        QTest::newRow("infinite") << "1E399" << "none";
    }
    void aNumberIsShownAsAPersonReadsIt() {
        QFETCH(QString, stored);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(workbook::plainNumber(stored.toStdString()).value_or("none")), text);
    }

    void cellsOfEveryKindAreUnderstood() {
        const QStringList rows = rowsOf(
            "<row r='2'><c r='A2' t='s'><v>1</v></c><c r='C2' t='inlineStr'><is><t>ب</t></is></c></row>"
            "<row r='5'><c t='n'><v>12</v></c><c><v>1.5E2</v></c><c t='b'><v>1</v></c><c "
            "t='e'><v>#N/A</v></c>"
            "<c s='1'><v>46643</v></c><c t='d'><v>2027-09-13T00:00:00</v></c><c t='str'><v>x_x005F_x000D_ "
            "y_x000D_</v></c>"
            "<c s='1'><v>-4</v></c></row>",
            "<si><t>نخست</t></si><si><t>دوم</t></si>");
        QCOMPARE(rows,
                 (QStringList{"2: دوم |  | ب",
                              "5: number:12 | number:150 | boolean:TRUE | error:#N/A | date:2027-09-13 | "
                              "date:2027-09-13 | x_x000D_ y\r | number:-4"}));
    }

    void aFormulaIsItsCachedValue() {
        QCOMPARE(
            rowsOf("<row><c><f>SUM(A2:A9)</f><v>7</v></c><c t='str'><f>HYPERLINK(\"http://x\")</f><v>متن</v>"
                   "</c><c><f>A1</f></c></row>"),
            (QStringList{"1: number:7 | متن"}));
        QCOMPARE(
            odsRowsOf("<table:table-row><table:table-cell table:formula='of:=1+1' office:value-type='float' "
                      "office:value='2'><text:p>۲</text:p></table:table-cell></table:table-row>"),
            (QStringList{"1: number:2"}));
    }

    void richTextIsJoinedAndPhoneticHintsAreLeftOut() {
        QCOMPARE(
            rowsOf(
                "<row><c t='s'><v>0</v></c><c t='inlineStr'><is><r><t>بانک</t></r><r><t> ملت</t></r></is></c>"
                "</row>",
                "<si><r><rPr><b/></rPr><t xml:space='preserve'>شناسه </t></r><r><t>صیادی</t></r>"
                "<rPh sb='0' eb='1'><t>フリガナ</t></rPh></si>"),
            (QStringList{"1: شناسه صیادی | بانک ملت"}));
    }

    void aDateIsADateByItsFormat_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("isDate");
        QTest::newRow("iso") << "yyyy-mm-dd h:mm:ss" << true;
        QTest::newRow("Persian calendar") << "[$-fa-IR,16]yyyy/mm/dd;@" << true;
        QTest::newRow("month name") << "mmmm" << true;
        QTest::newRow("time") << "h:mm:ss AM/PM" << false;
        QTest::newRow("elapsed") << "[mm]:ss" << false;
        QTest::newRow("red negative") << "#,##0;[Red]-#,##0" << false;
        QTest::newRow("quoted") << "#,##0\"dy\"" << false;
        QTest::newRow("escaped") << "0\\d" << false;
        QTest::newRow("exponent") << "0.00E+00" << false;
        QTest::newRow("unclosed quote") << "0\"d" << false;
    }
    void aDateIsADateByItsFormat() {
        QFETCH(QString, format);
        QFETCH(bool, isDate);
        const QString styles = "<numFmts><numFmt numFmtId='170' formatCode='" + format.toHtmlEscaped() +
                               "'/></numFmts><cellXfs><xf numFmtId='170'/></cellXfs>";
        QCOMPARE(rowsOf("<row><c s='0'><v>46643.75</v></c></row>", "", styles.toStdString()),
                 (QStringList{isDate ? "1: date:2027-09-13" : "1: number:46643.75"}));
    }

    void daysCountFrom1900OrFrom1904() {
        const std::string rows =
            "<row><c s='1'><v>1</v></c><c s='1'><v>59</v></c><c s='1'><v>60</v></c>"
            "<c s='1'><v>61</v></c><c s='1'><v>46643</v></c></row>";
        QCOMPARE(rowsOf(rows),
                 (QStringList{"1: date:1900-01-01 | date:1900-02-28 | number:60 | date:1900-03-01 | "
                              "date:2027-09-13"}));
        QCOMPARE(rowsOf(rows, "", "", "<workbookPr date1904='1'/>"),
                 (QStringList{"1: date:1904-01-02 | date:1904-02-29 | date:1904-03-01 | date:1904-03-02 | "
                              "date:2031-09-14"}));
        QVERIFY(workbook::dateOfSerial(109574, false));
        QVERIFY(!workbook::dateOfSerial(109575, false));
        QVERIFY(!workbook::dateOfSerial(0.5, false));
        QVERIFY(!workbook::dateOfSerial(std::nan(""), true));
    }

    void sheetsComeInOrderAndSayWhetherTheyAreHidden() {
        Collected collected;
        collected.wantsVisibleOnly = true;
        const std::string row = "<row><c><v>1</v></c></row>";
        QVERIFY(workbook::readWorkbook(
            m_folder.zip("book", xlsx({{"پنهان", row, "hidden"}, {"ژرف", row, "veryHidden"}, {"پیدا", row}})),
            Limits(), collected));
        QCOMPARE(collected.sheets.size(), std::size_t(3));
        QVERIFY(collected.sheets[0].isHidden && collected.sheets[1].isHidden &&
                !collected.sheets[2].isHidden);
        QCOMPARE(collected.sheets[2].name, std::string("پیدا"));
        QCOMPARE(collected.rows.size(), std::size_t(1));

        const std::string table =
            "<table:table-row><table:table-cell office:value-type='string'><text:p>x</text:p>"
            "</table:table-cell></table:table-row></table:table>";
        const Collected fromOds = readParts(
            ods("<table:table table:name='a' table:style-name='h'>" + table +
                    "<table:table table:name='b' table:style-name='v'>" + table,
                "<style:style style:name='h'><style:table-properties table:display='false'/></style:style>"
                "<style:style style:name='v'><style:table-properties table:display='true'/></style:style>"));
        QVERIFY(fromOds.sheets[0].isHidden && !fromOds.sheets[1].isHidden);
    }

    void odsCellsOfEveryKindAreUnderstood() {
        QCOMPARE(
            odsRowsOf(
                "<table:table-row>"
                "<table:table-cell office:value-type='date' office:date-value='2027-02-07T10:00:00'>"
                "<text:p>07/02/27</text:p></table:table-cell>"
                "<table:table-cell office:value-type='currency' office:value='8.75987735294744E+015'/>"
                "<table:table-cell office:value-type='boolean' office:boolean-value='true'/>"
                "<table:table-cell office:value-type='string' "
                "calcext:value-type='error'><text:p>#REF!</text:p>"
                "</table:table-cell>"
                "<table:table-cell office:value-type='string'><office:annotation><text:p>یادداشت</text:p>"
                "</office:annotation><text:p>دو<text:s text:c='2'/><text:span>خط</text:span></text:p>"
                "<text:p>است</text:p></table:table-cell>"
                "<table:covered-table-cell table:number-columns-repeated='2'/>"
                "<table:table-cell office:value-type='string' office:string-value='ویژگی'/>"
                "<table:table-cell table:number-columns-repeated='16376'/>"
                "</table:table-row>"),
            (QStringList{
                "1: date:2027-02-07 | number:8759877352947440 | boolean:TRUE | error:#REF! | دو  خط\nاست | "
                " |  | ویژگی"}));
    }

    void repeatedOdsRowsAndCellsAreRowsAndCells() {
        const std::string cell =
            "<table:table-cell table:number-columns-repeated='2' office:value-type='float' "
            "office:value='1'/>";
        QCOMPARE(
            odsRowsOf("<table:table-header-rows><table:table-row table:number-rows-repeated='2'>" + cell +
                      "</table:table-row></table:table-header-rows>"
                      "<table:table-row table:number-rows-repeated='3'><table:table-cell/></table:table-row>"
                      "<table:table-row-group><table:table-row>" +
                      cell + "</table:table-row></table:table-row-group>"),
            (QStringList{"1: number:1 | number:1", "2: number:1 | number:1", "6: number:1 | number:1"}));
    }

    void whatIsInNoSheetIsNotRead() {
        const Collected collected = readParts(
            ods("<table:tracked-changes><table:table-row><table:table-cell><text:p>کهنه</text:p></"
                "table:table-cell>"
                "</table:table-row></table:tracked-changes>"
                "<table:table "
                "table:name='a'><table:shapes><draw:frame><text:p>شکل</text:p></draw:frame></table:shapes>"
                "<table:table-row><table:table-cell "
                "office:value-type='string'><draw:frame><table:table><table:table-row>"
                "<table:table-cell><text:p>تو</text:p></table:table-cell></table:table-row></table:table></"
                "draw:frame>"
                "<text:p>متن</text:p></table:table-cell></table:table-row></table:table>"));
        QCOMPARE(shown(collected.rows), QStringList{"1: متن"});
        QCOMPARE(collected.sheets.size(), std::size_t(1));
    }

    void csvIsReadInEachOfItsForms_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("rows");
        const QStringList plain{"1: الف | ب", "2: 1 | 2"};
        QTest::newRow("commas, LF") << QByteArray("الف,ب\n1,2\n") << plain;
        QTest::newRow("semicolons, CRLF") << QByteArray("الف;ب\r\n1;2\r\n") << plain;
        QTest::newRow("tabs, CR, no end") << QByteArray("الف\tب\r1\t2") << plain;
        QTest::newRow("BOM") << QByteArray("\xEF\xBB\xBFالف,ب\n1,2") << plain;
        QTest::newRow("UTF-16LE") << QByteArray(
                                         "\xFF\xFE"
                                         "\x27\x06\x44\x06\x41\x06\t\0\x28\x06\n\0"
                                         "1\0\t\0"
                                         "2\0",
                                         20)
                                  << plain;
        QTest::newRow("UTF-16BE") << QByteArray(
                                         "\xFE\xFF"
                                         "\x06\x27\x06\x44\x06\x41\0\t\x06\x28\0\n\0"
                                         "1\0\t\0"
                                         "2",
                                         20)
                                  << plain;
        QTest::newRow("Windows-1256, both kinds of letters")
            << QByteArray("\xDF\x90\xED,\xC8\n1,2\n") << QStringList{"1: کگی | ب", "2: 1 | 2"};
        QTest::newRow("quotes") << QByteArray("\"a,\"\"b\"\"\",c\r\n\"دو\r\nخط\",\"\"\r\n")
                                << QStringList{"1: a,\"b\" | c", "2: دو\r\nخط"};
        QTest::newRow("a quote within")
            << QByteArray("a\"b,c\n\"d\"e,f\n") << QStringList{"1: a\"b | c", "2: de | f"};
        QTest::newRow("blank lines keep their numbers")
            << QByteArray("a,b\n\n , \nc,d\n") << QStringList{"1: a | b", "4: c | d"};
        QTest::newRow("grouped amounts are no columns")
            << QByteArray("a;b;c\n1;1,976,500,000;x\n2;2,976,500,000;y\n")
            << QStringList{"1: a | b | c", "2: 1 | 1,976,500,000 | x", "3: 2 | 2,976,500,000 | y"};
        QTest::newRow("Excel's hint") << QByteArray("sep=;\r\na,b;c\r\n") << QStringList{"2: a,b | c"};
        QTest::newRow("one column") << QByteArray("a\nb\n") << QStringList{"1: a", "2: b"};
        QTest::newRow("UTF-8 cut within a character")
            << QByteArray("الف,ب\n1,\xD8") << QStringList{"file_damaged"};
        QTest::newRow("cut within quotes") << QByteArray("a,b\n1,\"2\n") << QStringList{"file_damaged"};
        QTest::newRow("blanks only") << QByteArray(" \r\n\r\n,,\n") << QStringList{"file_empty"};
        QTest::newRow("BOM only") << QByteArray("\xEF\xBB\xBF") << QStringList{"file_empty"};
        QTest::newRow("nothing") << QByteArray("") << QStringList{"file_empty"};
        QTest::newRow("binary") << QByteArray(
                                       "\x7F"
                                       "ELF\x02\x01\0\0",
                                       8)
                                << QStringList{"file_not_workbook"};
        QTest::newRow("binary further on") << QByteArray("a,b\n1,\x01\n") << QStringList{"file_not_workbook"};
        QTest::newRow("HTML called .xls")
            << QByteArray("  <html><table>") << QStringList{"file_not_workbook"};
        QTest::newRow("PDF") << QByteArray("%PDF-1.4") << QStringList{"file_not_workbook"};
    }
    void csvIsReadInEachOfItsForms() {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, rows);
        QCOMPARE(csvRowsOf({bytes.constData(), std::size_t(bytes.size())}), rows);
    }

    void aCharacterMayLieAcrossTwoPieces() {
        // Pieces are 64 KiB; the two-byte letters are made to straddle every border.
        std::string bytes = "x";
        for (int i = 0; i < 100'000; ++i) {
            bytes += i % 1000 == 999 ? "ش\n" : "ش";
        }
        Collected collected;
        QVERIFY(workbook::readWorkbook(m_folder.write("long.csv", bytes), Limits(), collected));
        QCOMPARE(collected.rows.size(), std::size_t(100));
        QCOMPARE(collected.rows.back().cells.front().text, QString(1000, QChar(u'ش')).toStdString());
    }

    void aReadingCanBeCancelled() {
        std::string rows;
        for (int i = 0; i < 1000; ++i) {
            rows += "<row><c><v>1</v></c></row>";
        }
        struct Cancelling : Collected {
            bool row(const workbook::Row& row) override {
                source.request_stop();
                return Collected::row(row);
            }
            std::stop_source source;
        } visitor;
        const auto result = workbook::readWorkbook(m_folder.zip("book", xlsx({{"a", rows}})), Limits(),
                                                   visitor, visitor.source.get_token());
        QCOMPARE(refusalOf(result), "cancelled");
        QCOMPARE(visitor.count, std::size_t(1));
    }

    void whatAVisitorThrowsPassesThrough() {
        struct Throwing : Collected {
            bool row(const workbook::Row&) override { throw std::domain_error("enough"); }
        } visitor;
        const auto path = m_folder.zip("book", xlsx({{"a", "<row><c><v>1</v></c></row>"}}));
        QVERIFY_EXCEPTION_THROWN(workbook::readWorkbook(path, Limits(), visitor), std::domain_error);
    }

    void aMissingFileIsAnException() {
        Collected collected;
        QVERIFY_EXCEPTION_THROWN(workbook::readWorkbook(m_folder.file("none"), Limits(), collected),
                                 std::system_error);
        QVERIFY_EXCEPTION_THROWN(workbook::readWorkbook(m_folder.file(""), Limits(), collected),
                                 std::system_error);
    }
};

QTEST_APPLESS_MAIN(WorkbookReaderTest)
#include "workbook_reader_test.moc"
