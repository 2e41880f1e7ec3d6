#include "shared/core/error_code.h"

#include "shared/core/text.h"

#include <QtTest>
#include <algorithm>
#include <set>

using namespace nextgen;

namespace {

std::set<std::string> placeholders(std::string_view sentence) {
    std::set<std::string> names;
    for (std::size_t open = sentence.find('{'); open != std::string_view::npos;
         open = sentence.find('{', open + 1)) {
        names.emplace(sentence.substr(open, sentence.find('}', open) - open + 1));
    }
    return names;
}

}  // namespace

class ErrorCodeTest : public QObject {
    Q_OBJECT

  private slots:
    void everyCodeHasItsLine_data() {
        QTest::addColumn<int>("code");
        for (const ErrorText& line : errorCatalogue()) {
            QTest::newRow(std::string(line.name).c_str()) << int(line.code);
        }
    }
    void everyCodeHasItsLine() {
        QFETCH(int, code);
        const ErrorText& line = errorText(static_cast<ErrorCode>(code));
        QCOMPARE(int(line.code), code);
        QVERIFY(!line.english.empty() && !line.persian.empty());
        QVERIFY(line.httpStatus >= 400 && line.httpStatus <= 599);
        QVERIFY(line.name.front() >= 'a' && line.name.front() <= 'z' && line.name.back() != '_');
        QVERIFY(line.name.find("__") == std::string_view::npos);
        QVERIFY(line.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
                std::string_view::npos);
        QCOMPARE(errorName(line.code), line.name);
        QCOMPARE(errorCodeByName(line.name), std::optional(line.code));
    }

    void bothLanguagesNameTheSameArguments_data() { everyCodeHasItsLine_data(); }
    void bothLanguagesNameTheSameArguments() {
        QFETCH(int, code);
        const ErrorText& line = errorText(static_cast<ErrorCode>(code));
        QCOMPARE(placeholders(line.persian), placeholders(line.english));
    }

    void persianSentencesUsePersianLetters_data() { everyCodeHasItsLine_data(); }
    void persianSentencesUsePersianLetters() {
        QFETCH(int, code);
        const std::string persian(errorText(static_cast<ErrorCode>(code)).persian);
        QCOMPARE(text::persianLetters(persian), persian);
    }

    void namesAreUnique() {
        std::set<std::string_view> names;
        for (const ErrorText& line : errorCatalogue()) {
            QVERIFY2(names.insert(line.name).second, line.name.data());
        }
        QVERIFY(!errorCodeByName("no_such_code"));
    }

    void argumentsAreFilledIn() {
        const Error error{ErrorCode::FieldTooLong, "/drawer_name", {{"limit", "{limit}"}}};
        QCOMPARE(errorSentence(error, Language::English),
                 std::string("At most {limit} characters fit here."));
        QCOMPARE(errorSentence({ErrorCode::FieldTooLong, "", {{"limit", "200"}}}, Language::Persian),
                 std::string("حداکثر 200 نویسه جا می‌شود."));
    }
};

QTEST_APPLESS_MAIN(ErrorCodeTest)
#include "error_code_test.moc"
