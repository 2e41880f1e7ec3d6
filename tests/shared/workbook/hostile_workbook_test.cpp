#include "tests/shared/workbook/package.h"

using namespace nextgen;
using namespace nextgen::test;
using nextgen::workbook::Limits;

namespace {

const std::string doctype =
    "<!DOCTYPE lolz [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>";

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

/// The parts with one of them replaced.
Parts with(Parts parts, const std::string& name, const std::string& bytes) {
    for (auto& [part, content] : parts) {
        if (part == name) {
            content = bytes;
            return parts;
        }
    }
    parts.emplace_back(name, bytes);
    return parts;
}

std::string partOf(const Parts& parts, const std::string& name) {
    for (const auto& [part, content] : parts) {
        if (part == name) {
            return content;
        }
    }
    return {};
}

const std::string oneRow = "<row><c t='s'><v>0</v></c></row>";
const std::string oneString = "<si><t>x</t></si>";

std::string table(const std::string& rows) {
    return "<table:table table:name='a'>" + rows + "</table:table>";
}

}  // namespace

/// What somebody may send to hurt us. Each is refused, by its own name, in little memory.
class HostileWorkbookTest : public QObject {
    Q_OBJECT

    Folder m_folder;

    static QString refusalOfFile(const std::filesystem::path& path, const Limits& limits = {}) {
        Collected collected;
        collected.keptMax = 1;
        return refusalOf(workbook::readWorkbook(path, limits, collected));
    }
    QString refusalOfParts(const Parts& parts, const Limits& limits = {}) {
        return refusalOfFile(m_folder.zip("book", parts), limits);
    }

  private slots:
    void aDocumentTypeIsRefusedInEveryPart_data() {
        QTest::addColumn<bool>("isOds");
        QTest::addColumn<QString>("part");
        for (const char* part : {"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
                                 "xl/styles.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"}) {
            QTest::newRow(part) << false << part;
        }
        for (const char* part : {"content.xml", "META-INF/manifest.xml"}) {
            QTest::newRow(part) << true << part;
        }
    }
    void aDocumentTypeIsRefusedInEveryPart() {
        QFETCH(bool, isOds);
        QFETCH(QString, part);
        Parts parts = ods(table(""));
        if (!isOds) {
            parts = xlsx({{"a", oneRow}}, oneString);
        }
        QCOMPARE(refusalOfParts(parts), "");
        const std::string name = part.toStdString();
        QCOMPARE(refusalOfParts(with(parts, name, doctype + partOf(parts, name))), "file_unsafe");
    }

    void absurdXmlIsRefused_data() {
        QTest::addColumn<QByteArray>("rows");
        QTest::newRow("depth") << QByteArray("<a>").repeated(100'000);
        QTest::newRow("one endless attribute") << "<row r='" + QByteArray(4 << 20, '1') + "'/>";
        QTest::newRow("endless attributes") << "<row " + [] {
            QByteArray attributes;
            for (int i = 0; i < 200'000; ++i) {
                attributes += "a" + QByteArray::number(i) + "='' ";
            }
            return attributes;
        }() + "/>";
        QTest::newRow("an endless comment") << "<!--" + QByteArray(4 << 20, 'x') + "-->";
        QTest::newRow("endless names") << [] {
            QByteArray names;
            for (int i = 0; i < 200'000; ++i) {
                names += "<n" + QByteArray::number(i) + "/>";
            }
            return names;
        }();
        QTest::newRow("endless namespaces") << [] {
            QByteArray names;
            for (int i = 0; i < 50'000; ++i) {
                names += "<n" + QByteArray::number(i) + ":a xmlns:n" + QByteArray::number(i) + "='u'/>";
            }
            return names;
        }();
    }
    void absurdXmlIsRefused() {
        QFETCH(QByteArray, rows);
        Limits limits;
        limits.xmlBytes = 1 << 20;
        QCOMPARE(refusalOfParts(xlsx({{"a", rows.toStdString()}}), limits), "file_unsafe");
    }

    void whatIsUnpackedIsCountedNotBelieved() {
        const Parts parts = xlsx({{"a", std::string(24 << 20, ' ')}});
        Limits limits;
        limits.bytesUnpacked = 4 << 20;
        const auto path = m_folder.zip("bomb", parts);
        QVERIFY(std::filesystem::file_size(path) < (1 << 20));
        QCOMPARE(refusalOfFile(path, limits), "file_too_large_unpacked");
        QCOMPARE(refusalOfFile(path), "");

        // The same, claiming in every header to be ten bytes long.
        std::string bytes = bytesOf(path);
        const std::uint32_t size = partOf(parts, "xl/worksheets/sheet1.xml").size();
        const std::string claimed(reinterpret_cast<const char*>(&size), 4);
        for (std::size_t at = bytes.find(claimed); at != std::string::npos; at = bytes.find(claimed)) {
            bytes.replace(at, 4, std::string("\x0A\0\0\0", 4));
        }
        const QString refusal = refusalOfFile(m_folder.write("liar", bytes), limits);
        QVERIFY2(refusal == "file_too_large_unpacked" || refusal == "file_damaged", qPrintable(refusal));
    }

    void aFewBytesCannotAskForALargeTable_data() {
        QTest::addColumn<bool>("isOds");
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("refusal");
        const QByteArray cell = "<table:table-cell office:value-type='string'><text:p>" +
                                QByteArray(100'000, 'x') + "</text:p></table:table-cell>";
        QTest::newRow("one row, often")
            << true
            << QByteArray(
                   "<table:table-row table:number-rows-repeated='1048576'><table:table-cell "
                   "office:value-type='float' office:value='1'/></table:table-row>")
            << "too_many_rows";
        QTest::newRow("one row, beyond counting")
            << true
            << QByteArray(
                   "<table:table-row table:number-rows-repeated='18446744073709551615'><table:table-cell "
                   "office:value-type='float' office:value='1'/></table:table-row>")
            << "too_many_rows";
        QTest::newRow("one cell, often")
            << true
            << QByteArray(
                   "<table:table-row><table:table-cell table:number-columns-repeated='16384' "
                   "office:value-type='float' office:value='1'/></table:table-row>")
            << "too_many_columns";
        QTest::newRow("one long row, often")
            << true << "<table:table-row table:number-rows-repeated='100000'>" + cell + "</table:table-row>"
            << "file_too_large_unpacked";
        QTest::newRow("a row too long")
            << true << "<table:table-row>" + cell.repeated(11) + "</table:table-row>" << "file_damaged";
        QTest::newRow("blanks beyond counting")
            << true
            << QByteArray(
                   "<table:table-row><table:table-cell office:value-type='string'><text:p><text:s "
                   "text:c='4000000000'/>x"
                   "</text:p></table:table-cell></table:table-row>")
            << "file_damaged";
        QTest::newRow("one shared string, often")
            << false << QByteArray("<row><c t='s'><v>0</v></c></row>").repeated(6'000)
            << "file_too_large_unpacked";
        QTest::newRow("an empty sheet, repeated to its end")
            << true
            << QByteArray(
                   "<table:table-row table:number-rows-repeated='1048576'><table:table-cell "
                   "table:number-columns-repeated='16384' table:style-name='x'/></table:table-row>")
            << "";
        QTest::newRow("style far to the right")
            << false << QByteArray("<row><c r='A1'><v>1</v></c><c r='XFD1' s='1'/></row>") << "";
    }
    void aFewBytesCannotAskForALargeTable() {
        QFETCH(bool, isOds);
        QFETCH(QByteArray, rows);
        Parts parts = ods(table(rows.toStdString()));
        if (!isOds) {
            parts = xlsx({{"a", rows.toStdString()}}, "<si><t>" + std::string(100'000, 'x') + "</t></si>");
        }
        QTEST(refusalOfParts(parts), "refusal");
    }

    void limitsHoldForEachKindOfFile_data() {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QByteArray>("rows");
        QTest::addColumn<QString>("refusal");
        const QByteArray row = "<row><c><v>1</v></c></row>";
        QTest::newRow("200,000 rows") << QByteArray("1\n").repeated(200'000) << row.repeated(200'000) << "";
        QTest::newRow("200,001 rows")
            << QByteArray("1\n").repeated(200'001) << row.repeated(200'001) << "too_many_rows";
        const QByteArray cell = "<c><v>1</v></c>";
        QTest::newRow("256 columns") << QByteArray("1,").repeated(256)
                                     << "<row>" + cell.repeated(256) + "</row>" << "";
        QTest::newRow("300 columns") << QByteArray("1,").repeated(300)
                                     << "<row>" + cell.repeated(300) + "</row>" << "too_many_columns";
        const QByteArray text(131'069, 'x');
        QTest::newRow("a cell too long")
            << text + ",1\n"
            << "<row><c t='inlineStr'><is><t>" + text + "</t></is></c></row>" << "file_damaged";
    }
    void limitsHoldForEachKindOfFile() {
        QFETCH(QByteArray, csv);
        QFETCH(QByteArray, rows);
        QTEST(refusalOfParts(xlsx({{"a", rows.toStdString()}})), "refusal");
        QTEST(refusalOfFile(m_folder.write("a.csv", csv.toStdString())), "refusal");
    }

    void whatIsOverALimitSaysTheLimit() {
        Collected collected;
        const auto result =
            workbook::readWorkbook(m_folder.write("a.csv", repeated("1,", 300)), Limits(), collected);
        QCOMPARE(QString::fromStdString(errorSentence(result.error(), Language::English)),
                 "The sheet has more than 256 columns.");
    }

    void tablesInsideTheFileAreBounded() {
        Limits limits;
        limits.sharedStringBytes = 1 << 20;
        QCOMPARE(refusalOfParts(xlsx({{"a", oneRow}}, repeated("<si/>", 200'000)), limits),
                 "file_too_large_unpacked");
        QCOMPARE(refusalOfParts(xlsx({{"a", oneRow}}, repeated(oneString, 1000)), limits), "");
        const Parts parts = xlsx({{"a", oneRow}}, oneString);
        std::string relationships;
        for (int i = 0; i < 100'001; ++i) {
            relationships += "<Relationship Id='x" + std::to_string(i) + "'/>";
        }
        QCOMPARE(refusalOfParts(
                     with(parts, "_rels/.rels", "<Relationships>" + relationships + "</Relationships>")),
                 "file_unsafe");
        QCOMPARE(refusalOfParts(xlsx(std::vector<XlsxSheet>(1001, XlsxSheet{"a", ""}))), "file_damaged");
        QCOMPARE(refusalOfParts(ods(repeated("<table:table/>", 1001))), "file_damaged");
    }

    void anArchiveOfManyPartsIsNotOpened() {
        Parts parts = xlsx({{"a", oneRow}}, oneString);
        for (int i = 0; i < 3000; ++i) {
            parts.emplace_back("part" + std::to_string(i), "");
        }
        QCOMPARE(refusalOfParts(parts), "");
        Limits limits;
        limits.zipEntries = 1000;
        QCOMPARE(refusalOfParts(parts, limits), "file_too_large_unpacked");
        limits.zipEntries = 100;  // its directory alone is too large
        QCOMPARE(refusalOfParts(parts, limits), "file_too_large_unpacked");

        // A directory of 64 bits hides its length from the usual place.
        std::string end64 =
            "PK\6\6" + std::string(36, '\0') + std::string("\0\0\0\4\0\0\0\0", 8) + std::string(8, '\0');
        std::string bytes = "PK\3\4" + std::string(96, '\0') + end64 + "PK\6\7" + std::string(4, '\0') +
                            std::string("\x64\0\0\0\0\0\0\0", 8) + std::string("\1\0\0\0", 4) + "PK\5\6" +
                            std::string(18, '\0');
        bytes.insert(4, std::string(4 << 20, '\0'));
        const std::uint64_t offset = 100 + (4 << 20);
        bytes.replace(bytes.rfind("PK\6\7") + 8, 8, reinterpret_cast<const char*>(&offset), 8);
        QCOMPARE(refusalOfFile(m_folder.write("long", bytes)), "file_too_large_unpacked");
    }

    void whatHasAPasswordSaysSo() {
        QCOMPARE(refusalOfFile(m_folder.zip("a", xlsx({{"a", oneRow}}, oneString), true)), "file_encrypted");
        QCOMPARE(refusalOfParts(ods(table(""), "",
                                    "<manifest:file-entry manifest:full-path='content.xml'>"
                                    "<manifest:encryption-data/></manifest:file-entry>")),
                 "file_encrypted");
        const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(70'000, '\0');
        std::string name;
        for (const char c : std::string("EncryptedPackage")) {
            name += std::string(1, c) + '\0';
        }
        QCOMPARE(refusalOfFile(m_folder.write("b", compound + name + std::string(100, '\0'))),
                 "file_encrypted");
        // On the border of two pieces that are read.
        QCOMPARE(refusalOfFile(m_folder.write("c", compound.substr(0, 65'530) + name)), "file_encrypted");
        QCOMPARE(refusalOfFile(m_folder.write("d.xls", compound)), "file_not_workbook");
    }

    void otherPackagesAreNoWorkbooks() {
        QCOMPARE(refusalOfParts({{"a.txt", "x"}}), "file_not_workbook");
        QCOMPARE(refusalOfFile(m_folder.write("a", "PK\5\6" + std::string(18, '\0'))), "file_not_workbook");
        QCOMPARE(refusalOfParts(with(ods(""), "mimetype", "application/vnd.oasis.opendocument.text")),
                 "file_not_workbook");
        const Parts parts = xlsx({{"a", oneRow}});
        std::string word = partOf(parts, "_rels/.rels");
        word.replace(word.find("xl/workbook.xml"), 15, "word/document.xml");
        QCOMPARE(refusalOfParts(with(parts, "_rels/.rels", word)), "file_not_workbook");
        std::string binary = partOf(parts, "_rels/.rels");
        binary.replace(binary.find("xl/workbook.xml"), 15, "xl/workbook.bin");
        QCOMPARE(refusalOfParts(with(parts, "_rels/.rels", binary)), "file_not_workbook");
        QCOMPARE(refusalOfParts(with(parts, "xl/workbook.xml", "<document/>")), "file_not_workbook");
    }

    void whatDoesNotFitTogetherIsDamaged_data() {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no XML") << "xl/worksheets/sheet1.xml" << QByteArray("x");
        QTest::newRow("an open end") << "xl/worksheets/sheet1.xml" << QByteArray("<worksheet><sheetData>");
        QTest::newRow("nothing") << "xl/worksheets/sheet1.xml" << QByteArray();
        QTest::newRow("an entity") << "xl/worksheets/sheet1.xml" << QByteArray("<worksheet>&a;</worksheet>");
        QTest::newRow("rows that go back") << "xl/worksheets/sheet1.xml"
                                           << QByteArray(
                                                  "<w><sheetData><row r='2'><c><v>1</v></c></row><row "
                                                  "r='2'><c><v>1</v></c></row></sheetData></w>");
        QTest::newRow("a row nowhere")
            << "xl/worksheets/sheet1.xml"
            << QByteArray("<w><sheetData><row r='9999999999'><c><v>1</v></c></row></sheetData></w>");
        QTest::newRow("a string that is not there")
            << "xl/worksheets/sheet1.xml"
            << QByteArray("<w><sheetData><row><c t='s'><v>7</v></c></row></sheetData></w>");
        QTest::newRow("a sheet that is not there")
            << "xl/_rels/workbook.xml.rels"
            << QByteArray(
                   "<Relationships><Relationship Id='rId1' Type='x/worksheet' "
                   "Target='../../../etc/passwd'/></Relationships>");
        QTest::newRow("a sheet without a place")
            << "xl/_rels/workbook.xml.rels" << QByteArray("<Relationships/>");
        QTest::newRow("a cell nowhere")
            << "xl/worksheets/sheet1.xml"
            << QByteArray("<w><sheetData><row><c r='ABCD1'><v>1</v></c></row></sheetData></w>");
        QTest::newRow("a sheet elsewhere")
            << "xl/_rels/workbook.xml.rels"
            << QByteArray(
                   "<Relationships><Relationship Id='rId1' Type='x/worksheet' TargetMode='External' "
                   "Target='http://x/'/></Relationships>");
    }
    void whatDoesNotFitTogetherIsDamaged() {
        QFETCH(QString, part);
        QFETCH(QByteArray, bytes);
        QCOMPARE(
            refusalOfParts(with(xlsx({{"a", oneRow}}, oneString), part.toStdString(), bytes.toStdString())),
            "file_damaged");
    }

    void aFileCutAnywhereIsRefused_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("xlsx") << "messy.xlsx";
        QTest::newRow("ods") << "clean.ods";
    }
    void aFileCutAnywhereIsRefused() {
        QFETCH(QString, file);
        const std::string bytes = bytesOf(std::string(NEXTGEN_TEST_DATA "/cheques/") + file.toStdString());
        for (std::size_t size = 4; size < bytes.size();
             size += size < 100 || size + 100 > bytes.size() ? 1 : 61) {
            const QString refusal = refusalOfFile(m_folder.write("cut", bytes.substr(0, size)));
            QVERIFY2(refusal == "file_damaged", qPrintable(QString::number(size) + ": " + refusal));
        }
    }

    void aFileWithAWrongByteIsReadOrRefused_data() { aFileCutAnywhereIsRefused_data(); }
    void aFileWithAWrongByteIsReadOrRefused() {
        QFETCH(QString, file);
        const std::string bytes = bytesOf(std::string(NEXTGEN_TEST_DATA "/cheques/") + file.toStdString());
        int refused = 0;
        for (std::size_t at = 0; at < bytes.size(); at += 37) {
            std::string wrong = bytes;
            wrong[at] = static_cast<char>(wrong[at] ^ 0x55);
            refused += refusalOfFile(m_folder.write("wrong", wrong)).isEmpty() ? 0 : 1;
        }
        QVERIFY(refused > 0);
    }
};

QTEST_APPLESS_MAIN(HostileWorkbookTest)
#include "hostile_workbook_test.moc"
