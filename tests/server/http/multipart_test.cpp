#include "server/http/multipart.h"

#include <QtTest>
#include <vector>

using namespace nextgen;
using http::MultipartParser;

namespace {

struct Taken {
    std::vector<http::PartHead> heads;
    std::vector<std::string> contents;
    bool isComplete = false;
    bool isRefused = false;
};

Taken parsed(std::string_view body, std::size_t piece) {
    Taken taken;
    MultipartParser parser(
        "edge",
        [&](http::PartHead head) -> MultipartParser::Taken {
            taken.heads.push_back(std::move(head));
            taken.contents.emplace_back();
            return {};
        },
        [&](std::string_view bytes) -> MultipartParser::Taken {
            taken.contents.back().append(bytes);
            return {};
        });
    for (std::size_t at = 0; at < body.size() && !taken.isRefused; at += piece) {
        taken.isRefused = !parser.feed(body.substr(at, piece));
    }
    taken.isComplete = parser.isComplete();
    return taken;
}

std::string part(const std::string& disposition, const std::string& content) {
    return "--edge\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
}

}  // namespace

class MultipartTest : public QObject {
    Q_OBJECT

  private slots:
    void aBodyComesApartHoweverItIsCut_data() {
        QTest::addColumn<int>("piece");
        for (const int piece : {1, 2, 3, 7, 64, 100000}) {
            QTest::addRow("%d bytes", piece) << piece;
        }
    }

    void aBodyComesApartHoweverItIsCut() {
        QFETCH(int, piece);
        const std::string tricky = "\r\n--edg\r\n--\r\n\r\n--edgf";
        const std::string body = "a preamble\r\n" + part("name=\"dealer_id\"", "12") +
                                 part("name=empty", "") +
                                 "--edge\r\ncontent-type: application/x\r\nCONTENT-DISPOSITION: form-data; "
                                 "name=\"file\"; filename=\"a.xlsx\"\r\n\r\n" +
                                 tricky + "\r\n--edge--\r\nan epilogue";
        const Taken taken = parsed(body, static_cast<std::size_t>(piece));
        QVERIFY(!taken.isRefused);
        QVERIFY(taken.isComplete);
        QCOMPARE(taken.heads.size(), std::size_t{3});
        QCOMPARE(taken.heads[0].name, std::string("dealer_id"));
        QCOMPARE(taken.contents[0], std::string("12"));
        QCOMPARE(taken.contents[1], std::string());
        QCOMPARE(taken.heads[2].fileName, std::string("a.xlsx"));
        QCOMPARE(taken.heads[2].mediaType, std::string("application/x"));
        QCOMPARE(taken.contents[2], tricky);
    }

    void aFileKeepsItsNameWithoutFolders_data() {
        QTest::addColumn<QString>("disposition");
        QTest::addColumn<QString>("fileName");
        QTest::newRow("plain") << "filename=\"a.xlsx\"" << "a.xlsx";
        QTest::newRow("Persian") << "filename=\"چک‌ها.xlsx\"" << "چک‌ها.xlsx";
        QTest::newRow("encoded") << "filename=\"x\"; filename*=UTF-8''%DA%86%DA%A9.xlsx" << "چک.xlsx";
        QTest::newRow("folders") << "filename=\"../../etc/passwd\"" << "passwd";
        QTest::newRow("Windows folders") << "filename=\"C:\\\\a\\\\b.csv\"" << "b.csv";
        QTest::newRow("a quote") << "filename=\"a\\\"b;c.csv\"" << "a\"b;c.csv";
        QTest::newRow("nothing chosen") << "filename=\"\"" << "";
        QTest::newRow("a folder only") << "filename=\"a/\"" << "";
    }

    void aFileKeepsItsNameWithoutFolders() {
        QFETCH(QString, disposition);
        QFETCH(QString, fileName);
        const Taken taken = parsed(part("name=\"file\"; " + disposition.toStdString(), "x") + "--edge--", 9);
        QCOMPARE(taken.heads.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(taken.heads[0].fileName), fileName);
    }

    void whatIsNoFormIsRefused_data() {
        QTest::addColumn<QString>("body");
        QTest::newRow("no name") << QString::fromStdString(part("filename=\"a\"", "x"));
        QTest::newRow("no headers") << "--edge\r\n\r\nx\r\n";
        QTest::newRow("not form data")
            << "--edge\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n";
        QTest::newRow("header without a colon") << "--edge\r\nContent-Disposition\r\n\r\nx\r\n";
        QTest::newRow("boundary that goes on") << "--edgewise\r\n";
        QTest::newRow("endless headers") << "--edge\r\nX: " + QString(9000, 'x');
    }

    void whatIsNoFormIsRefused() {
        QFETCH(QString, body);
        QVERIFY(parsed(body.toStdString(), 100).isRefused);
    }

    void boundariesAreFoundInContentTypes_data() {
        QTest::addColumn<QString>("contentType");
        QTest::addColumn<QString>("boundary");
        QTest::newRow("bare") << "multipart/form-data; boundary=edge" << "edge";
        QTest::newRow("quoted") << "multipart/form-data; charset=utf-8; Boundary=\"a b\"" << "a b";
        QTest::newRow("none") << "multipart/form-data" << "";
        QTest::newRow("endless") << "multipart/form-data; boundary=" + QString(71, 'x') << "";
    }

    void boundariesAreFoundInContentTypes() {
        QFETCH(QString, contentType);
        QFETCH(QString, boundary);
        QCOMPARE(QString::fromStdString(MultipartParser::boundaryOf(contentType.toStdString())), boundary);
    }
};

QTEST_APPLESS_MAIN(MultipartTest)
#include "multipart_test.moc"
