#include "server/http/json_body.h"

#include <QtTest>
#include <nlohmann/json.hpp>

using namespace nextgen;

namespace {

std::string repeated(std::string_view text, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) {
        all += text;
    }
    return all;
}

QString outcome(std::string_view text) {
    const auto json = http::parseJson(text);
    return QString::fromStdString(json ? (*json)->dump() : std::string(errorName(json.error())));
}

}  // namespace

class JsonBodyTest : public QObject {
    Q_OBJECT

  private slots:
    void whatIsWellFormedIsTaken_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"{}", "[]", "null", "5", "-1.5", "\"چک\"",
                                 R"({"b":{"a":[1,{"c":null}]},"a":true})", "9007199254740991"}) {
            QTest::newRow(text) << text;
        }
    }

    void whatIsWellFormedIsTaken() {
        QFETCH(QString, text);
        QCOMPARE(outcome(text.toStdString()), text);
    }

    void whatIsNotIsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, const std::string& text, const char* code) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << code;
        };
        row("nothing", "", "body_not_json");
        row("a word", "yes", "body_not_json");
        row("a comment", "{} // no", "body_not_json");
        row("a comma too many", "[1,]", "body_not_json");
        row("single quotes", "{'a':1}", "body_not_json");
        row("half a surrogate", R"("\ud800")", "body_not_json");
        row("cut in a character", std::string("\"\xd8"), "body_not_json");
        row("a name twice", R"({"a":1,"b":2,"a":1})", "body_not_json");
        row("a name twice, deeper", R"({"x":[{"a":1,"a":1}]})", "body_not_json");
        row("a zero in a name", R"({"\u0000":1})", "body_not_json");
        row("seventeen levels", repeated("[", 17) + repeated("]", 17), "body_too_deep");
        row("seventeen levels of objects", repeated(R"({"a":)", 17) + "1" + repeated("}", 17),
            "body_too_deep");
        row("never closed", repeated("[", 100000), "body_too_deep");
        row("too many values", "[" + repeated("1,", 100000) + "1]", "body_too_deep");
        std::string members;
        for (int i = 0; i < 600; ++i) {
            members += "\"" + std::to_string(i) + "\":1,";
        }
        row("too many members", "{" + members + "\"a\":1}", "body_too_deep");
    }

    void whatIsNotIsRefused() {
        QFETCH(QByteArray, text);
        QFETCH(QString, code);
        QCOMPARE(outcome(text.toStdString()), code);
    }

    void sixteenLevelsAreNotTooDeep() {
        const std::string text = repeated("[", 16) + repeated("]", 16);
        QCOMPARE(outcome(text), QString::fromStdString(text));
    }
};

QTEST_APPLESS_MAIN(JsonBodyTest)
#include "json_body_test.moc"
