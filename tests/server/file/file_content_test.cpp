#include "server/file/file_content.h"

#include "shared/core/text.h"
#include "shared/file/file.h"

#include <zip.h>

#include <QTemporaryDir>
#include <QtTest>
#include <fstream>

using namespace nextgen;
using namespace std::string_literals;

/// What a file is by its content, and under which name it is kept.
class FileContentTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path written(const std::string& content) {
        const std::filesystem::path path = m_folder.filePath("file").toStdString();
        std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
        return path;
    }

    /// A zip package with these parts.
    std::filesystem::path packed(const std::vector<std::pair<std::string, std::string>>& parts) {
        const std::filesystem::path path = m_folder.filePath("package").toStdString();
        zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
        for (const auto& [name, content] : parts) {
            zip_file_add(archive, name.c_str(),
                         zip_source_buffer(archive, content.data(), content.size(), 0), ZIP_FL_ENC_UTF_8);
        }
        zip_close(archive);
        return path;
    }

    static std::string nameOf(const file::FileType* type) {
        return type == nullptr ? "refused" : std::string(type->name);
    }

  private slots:
    void contentSaysWhatAFileIs_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("kind");
        const auto row = [](const char* name, const std::string& content, const char* kind) {
            QTest::newRow(name) << QByteArray::fromStdString(content) << QString(kind);
        };
        row("pdf", "%PDF-1.7\nx", "PDF");
        row("jpeg", "\xFF\xD8\xFF\xE0 JFIF", "JPEG");
        row("png", "\x89PNG\r\n\x1A\n1234", "PNG");
        row("webp", "RIFF\x10\0\0\0WEBPVP8 "s, "WebP");
        row("sound in the same wrapping", "RIFF\x10\0\0\0WAVEfmt "s, "refused");
        row("tiff of Intel", "II*\0\x08\0\0\0"s, "TIFF");
        row("tiff of Motorola", "MM\0*\0\0\0\x08"s, "TIFF");
        row("heic", "\0\0\0\x18" "ftypheic\0\0\0\0"s, "HEIC");
        row("film in the same wrapping", "\0\0\0\x18" "ftypisom\0\0\0\0"s, "refused");
        row("text", "ردیف;مبلغ\r\n1;1000\r\n", "TXT");
        row("old text", "\xD1\xCF\xED\xDD;1000\r\n", "TXT");
        row("page of the web", "<html><script>alert(1)</script></html>", "TXT");
        row("script", "#!/bin/sh\nrm -rf /\n", "refused");
        row("program of Windows", "MZ\x90\0\x03"s, "refused");
        row("program of Linux", "\x7F" "ELF\x02"s, "refused");
        row("old Office, with room for macros", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0"s, "refused");
        row("damaged package", "PK\x03\x04 and nothing more", "refused");
        row("zero bytes", "a\0b"s, "refused");
        row("empty", "", "refused");
    }
    void contentSaysWhatAFileIs() {
        QFETCH(QByteArray, content);
        QFETCH(QString, kind);
        QCOMPARE(QString::fromStdString(nameOf(file::typeOf(written(content.toStdString())))), kind);
    }

    void signThatNoTextHasIsFoundBehindALongBeginning() {
        QCOMPARE(nameOf(file::typeOf(written(std::string(1'000'000, 'a')))), "TXT"s);
        QCOMPARE(nameOf(file::typeOf(written(std::string(1'000'000, 'a') + '\0'))), "refused"s);
    }

    void packagesAreTakenWithoutMacros() {
        const std::string types = "<Types><Override ContentType='application/vnd.openxmlformats'/></Types>";
        const std::string macros = "<Types><Override ContentType='application/vnd.ms-office.vbaProject'/></Types>";
        const std::string manifest = "<manifest:file-entry manifest:full-path=\"content.xml\"/>";
        const std::string text = "application/vnd.oasis.opendocument.text";
        QCOMPARE(nameOf(file::typeOf(packed({{"[Content_Types].xml", types}, {"word/document.xml", "x"}}))),
                 "Word"s);
        QCOMPARE(nameOf(file::typeOf(packed({{"[Content_Types].xml", types}, {"xl/workbook.xml", "x"}}))),
                 "Excel"s);
        QCOMPARE(nameOf(file::typeOf(packed({{"[Content_Types].xml", macros}, {"word/document.xml", "x"}}))),
                 "refused"s);
        QCOMPARE(nameOf(file::typeOf(packed({{"[Content_Types].xml", types}, {"ppt/presentation.xml", "x"}}))),
                 "refused"s);
        QCOMPARE(nameOf(file::typeOf(packed({{"mimetype", text}, {"META-INF/manifest.xml", manifest}}))), "ODT"s);
        QCOMPARE(nameOf(file::typeOf(packed(
                     {{"mimetype", text},
                      {"META-INF/manifest.xml", manifest + "<m full-path=\"Basic/script-lc.xml\"/>"}}))),
                 "refused"s);
        QCOMPARE(nameOf(file::typeOf(packed({{"a.exe", "MZ"}}))), "refused"s);
    }

    void nameIsMendedAndItsEndingFitsTheType_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("kept");
        QTest::newRow("as it is") << "cheque.pdf" << "application/pdf" << "cheque.pdf";
        QTest::newRow("Persian, with the joiner that is spelling")
            << QStringLiteral("چک‌های آذر.PDF") << "application/pdf" << QStringLiteral("چک‌های آذر.pdf");
        QTest::newRow("other ending of the type") << "a.JPEG" << "image/jpeg" << "a.jpeg";
        QTest::newRow("ending of another type") << "photo.exe" << "image/jpeg" << "photo.exe.jpg";
        QTest::newRow("page of the web") << "a.html" << "text/plain" << "a.html.txt";
        QTest::newRow("none") << "scan" << "application/pdf" << "scan.pdf";
        QTest::newRow("only an ending") << ".pdf" << "application/pdf" << "pdf.pdf";
        QTest::newRow("nothing") << "" << "application/pdf" << "file.pdf";
        QTest::newRow("folders") << "../../etc/passwd" << "text/plain" << "passwd.txt";
        QTest::newRow("folders of Windows") << "C:\\Users\\a\\b.pdf" << "application/pdf" << "b.pdf";
        QTest::newRow("signs of a shell and a system") << "a<b>:\"|?*.pdf" << "application/pdf" << "a_b______.pdf";
        QTest::newRow("turned around") << QStringLiteral("a\u202Efdp.exe") << "application/pdf" << "afdp.exe.pdf";
        QTest::newRow("line break") << "a\r\nb.pdf" << "application/pdf" << "a__b.pdf";
        QTest::newRow("device") << "CON.pdf" << "application/pdf" << "_CON.pdf";
        QTest::newRow("dots and blanks at the ends") << " ..a.. .pdf" << "application/pdf" << "a.pdf";
    }
    void nameIsMendedAndItsEndingFitsTheType() {
        QFETCH(QString, name);
        QFETCH(QString, type);
        QFETCH(QString, kept);
        const std::string mended = file::plainName(name.toStdString(), *file::findFileType(type.toStdString()));
        QCOMPARE(QString::fromStdString(mended), kept);
        // Kept once more it stays.
        QCOMPARE(file::plainName(mended, *file::findFileType(type.toStdString())), mended);
    }

    void longNameKeepsItsEndingAndWholeLetters() {
        const std::string name =
            file::plainName(QString(400, QChar(0x0686)).toStdString() + ".pdf", *file::findFileType("application/pdf"));
        QVERIFY(name.size() <= file::nameLettersMax);
        QVERIFY(name.ends_with(".pdf"));
        QVERIFY(text::isUtf8(name));
    }

    void hashIsThatOfTheStandard() {
        const auto hash = file::sha256Of(written("abc"));
        QCOMPARE(QByteArray(reinterpret_cast<const char*>(hash.data()), static_cast<int>(hash.size())).toHex(),
                 QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }
};

QTEST_GUILESS_MAIN(FileContentTest)
#include "file_content_test.moc"
