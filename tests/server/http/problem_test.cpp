#include "server/http/problem.h"

#include <QtTest>
#include <nlohmann/json.hpp>

using namespace nextgen;
using http::Json;
using http::Problem;

class ProblemTest : public QObject {
    Q_OBJECT

  private slots:
    void theLanguageIsTheOneThatIsPreferred_data() {
        QTest::addColumn<QString>("header");
        QTest::addColumn<bool>("isPersian");

        QTest::newRow("none") << "" << false;
        QTest::newRow("fa") << "fa" << true;
        QTest::newRow("en") << "en" << false;
        QTest::newRow("region") << "fa-IR" << true;
        QTest::newRow("letters") << "FA-ir" << true;
        QTest::newRow("a browser") << "fa-IR,fa;q=0.9,en-US;q=0.8,en;q=0.7" << true;
        QTest::newRow("English first") << "en-US,en;q=0.9,fa;q=0.8" << false;
        QTest::newRow("by weight") << "en;q=0.3, fa;q=0.5" << true;
        QTest::newRow("not Persian") << "fa;q=0" << false;
        QTest::newRow("Faroese by another name") << "fao" << false;
        QTest::newRow("neither") << "de,fr;q=0.5" << false;
        QTest::newRow("nonsense") << ";;,q=,fa;q=x" << false;
    }

    void theLanguageIsTheOneThatIsPreferred() {
        QFETCH(QString, header);
        QFETCH(bool, isPersian);
        QCOMPARE(http::languageOf(header.toStdString()) == Language::Persian, isPersian);
    }

    void oneRefusalAnswersWithItsOwnCode() {
        const Problem problem(Error{ErrorCode::MethodNotAllowed, {}, {{"method", "PATCH"}}});
        const Json english = Json::parse(problem.render(Language::English, "abc"));
        QCOMPARE(english.at("status").get<int>(), 405);
        QCOMPARE(english.at("code").get<std::string>(), std::string("method_not_allowed"));
        QCOMPARE(english.at("detail").get<std::string>(), std::string("This address does not take PATCH."));
        QCOMPARE(english.at("request_id").get<std::string>(), std::string("abc"));
        QVERIFY(english.contains("type") && english.contains("title") && !english.contains("errors"));
        const Json persian = Json::parse(problem.render(Language::Persian, "abc"));
        QVERIFY(persian.at("title") != english.at("title"));
        QCOMPARE(persian.at("detail").get<std::string>(),
                 std::string("این نشانی PATCH نمی‌پذیرد."));
    }

    void allFaultsOfABodyComeAtOnce() {
        const Problem problem(
            Errors{{ErrorCode::DueOnInvalid, "/due_on", {}}, {ErrorCode::AmountNotPositive, "/amount", {}}});
        const Json json = Json::parse(problem.render(Language::English, "r"));
        QCOMPARE(json.at("status").get<int>(), 422);
        QCOMPARE(json.at("code").get<std::string>(), std::string("validation_failed"));
        QCOMPARE(json.at("errors").size(), std::size_t{2});
        QCOMPARE(json.at("errors")[1].at("pointer").get<std::string>(), std::string("/amount"));
        QCOMPARE(json.at("errors")[1].at("code").get<std::string>(), std::string("amount_not_positive"));
        QVERIFY(!json.at("errors")[1].at("message").get<std::string>().empty());
    }

    void aParameterIsNamed() {
        const Problem problem(Error{ErrorCode::QueryParameterUnknown, {}, {{"name", "colour"}}});
        const Json json = Json::parse(problem.render(Language::English, "r"));
        QCOMPARE(json.at("status").get<int>(), 400);
        QCOMPARE(json.at("errors")[0].at("parameter").get<std::string>(), std::string("colour"));
    }

    void furtherMembersStandBeside() {
        const Problem problem =
            Problem(ErrorCode::PreconditionFailed).with("current_version", 7).retryAfter(3);
        const Json json = Json::parse(problem.render(Language::English, "r"));
        QCOMPARE(json.at("current_version").get<int>(), 7);
        QCOMPARE(*problem.retryAfterSeconds(), 3);
    }

    void whatIsNotUtf8StillMakesAnAnswer() {
        const Problem problem(Error{ErrorCode::QueryParameterUnknown, {}, {{"name", "\xff\xfe"}}});
        QVERIFY(Json::accept(problem.render(Language::English, "r")));
    }

    void everyStatusHasATitleInBothLanguages() {
        for (const ErrorText& line : errorCatalogue()) {
            if (line.httpStatus == 499 || line.httpStatus == 502) {
                continue;  // never sent by the server
            }
            const Problem problem(line.code);
            const auto title = [&](Language language) {
                return Json::parse(problem.render(language, "r")).at("title").get<std::string>();
            };
            QVERIFY2(title(Language::English) != "Error", line.name.data());
            QVERIFY2(title(Language::Persian) != "خطا", line.name.data());
        }
    }
};

QTEST_APPLESS_MAIN(ProblemTest)
#include "problem_test.moc"
