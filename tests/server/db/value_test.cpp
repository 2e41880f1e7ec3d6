#include "server/db/value.h"

#include "server/db/error.h"

#include <QtTest>
#include <nlohmann/json.hpp>

using namespace nextgen;

namespace {

enum class Colour { White, Red };
constexpr std::array<describe::Choice, 2> colours{{{0, "white", "White"}, {1, "red", "Red"}}};
constexpr const auto& choicesOf(std::type_identity<Colour>) {
    return colours;
}

/// Sends a value and reads it back.
template <class T>
T thereAndBack(const T& value) {
    return db::fromSql<T>(*db::toSql(value));
}

}  // namespace

class ValueTest : public QObject {
    Q_OBJECT

  private slots:
    void eachTypeHasOneForm() {
        QCOMPARE(*db::toSql(true), std::string("t"));
        QCOMPARE(*db::toSql(-7), std::string("-7"));
        QCOMPARE(*db::toSql("متن"), std::string("متن"));
        QCOMPARE(*db::toSql(std::string_view("a")), std::string("a"));
        QCOMPARE(*db::toSql(Money::rials(1'000'000)), std::string("1000000"));
        QCOMPARE(*db::toSql(*Date::of(2026, 12, 6)), std::string("2026-12-06"));
        QCOMPARE(*db::toSql(DealerId(42)), std::string("42"));
        QCOMPARE(*db::toSql(Colour::Red), std::string("red"));
        QCOMPARE(*db::toSql(db::Bytes{0, 0xAB}), std::string("\\x00ab"));
        QCOMPARE(*db::toSql(nlohmann::ordered_json{{"b", 1}, {"a", nullptr}}),
                 std::string(R"({"b":1,"a":null})"));
        QVERIFY(!db::toSql(std::optional<int>()));
        QVERIFY(!db::toSql(nullptr));
    }

    void anInstantKeepsItsMicroseconds() {
        const Instant before1970(-1);
        QCOMPARE(*db::toSql(before1970), std::string("1969-12-31 23:59:59.999999+00"));
        QVERIFY(thereAndBack(before1970) == before1970);
        const Instant later(1'790'000'000'123'456);
        QVERIFY(thereAndBack(later) == later);
    }

    void arraysSurviveTheirQuoting() {
        const std::vector<std::string> texts{"", "NULL", "a,b", "{c}", "quote \" slash \\", "فارسی"};
        QVERIFY(thereAndBack(texts) == texts);
        QCOMPARE(*db::toSql(std::vector<std::optional<int>>{1, std::nullopt}), std::string("{\"1\",NULL}"));
        const std::vector<std::optional<std::string>> some{"NULL", std::nullopt};
        QVERIFY(thereAndBack(some) == some);
        QVERIFY(db::fromSql<std::vector<std::string>>("{}").empty());
        QVERIFY((db::fromSql<std::vector<ChequeId>>("{5,7}") == std::vector{ChequeId(5), ChequeId(7)}));
    }

    void bytesSurvive() {
        db::Bytes all;
        for (int byte = 0; byte < 256; ++byte) {
            all.push_back(static_cast<unsigned char>(byte));
        }
        QVERIFY(thereAndBack(all) == all);
    }

    void whatDoesNotFitIsRefused() {
        QVERIFY_EXCEPTION_THROWN(db::toSql(std::string("a\0b", 3)), db::Failure);
        QVERIFY_EXCEPTION_THROWN(db::fromSql<int>("12a"), db::Failure);
        QVERIFY_EXCEPTION_THROWN(db::fromSql<int>("99999999999"), db::Failure);
        QVERIFY_EXCEPTION_THROWN(db::fromSql<Money>("9007199254740992"), db::Failure);
        QVERIFY_EXCEPTION_THROWN(db::fromSql<Date>("infinity"), db::Failure);
        QVERIFY_EXCEPTION_THROWN(db::fromSql<Colour>("blue"), db::Failure);
        QVERIFY_EXCEPTION_THROWN(db::fromSql<bool>("true"), db::Failure);
        QVERIFY_EXCEPTION_THROWN(db::fromSql<std::vector<int>>("{{1}}"), db::Failure);
        QVERIFY_EXCEPTION_THROWN(db::fromSql<nlohmann::ordered_json>("{"), db::Failure);
    }
};

QTEST_APPLESS_MAIN(ValueTest)
#include "value_test.moc"
