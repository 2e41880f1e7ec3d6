#include "shared/describe/json.h"

#include <QtTest>

using namespace nextgen;

namespace {

enum class Colour { White, Red };
constexpr std::array<describe::Choice, 2> colours{{{0, "white", "White"}, {1, "red", "Red"}}};
constexpr const auto& choicesOf(std::type_identity<Colour>) {
    return colours;
}

struct Leaf {
    ChequeId id;
    Money amount;
    std::optional<Date> dueOn;
    std::string drawerName;
    Colour colour = Colour::White;
    int version = 1;
};

constexpr auto descriptionOf(std::type_identity<Leaf>) {
    using namespace nextgen::describe;
    return schema("leaves", field("id", &Leaf::id).with(Key | ReadOnly),
                  field("amount", &Leaf::amount).with(Required), field("due_on", &Leaf::dueOn),
                  field("drawer_name", &Leaf::drawerName).with(Required).upTo(5),
                  field("colour", &Leaf::colour), field("version", &Leaf::version).with(ReadOnly));
}

}  // namespace

class JsonTest : public QObject {
    Q_OBJECT

  private slots:
    void anEntitySurvivesTheWayThereAndBack() {
        const Leaf leaf{ChequeId(7), Money::rials(5), Date::of(2026, 12, 6), "زهرا", Colour::Red, 3};
        const auto json = describe::toJson(leaf);
        QCOMPARE(
            json.dump(),
            std::string(
                R"({"id":"7","amount":5,"due_on":"2026-12-06","drawer_name":"زهرا","colour":"red","version":3})"));
        Leaf read;
        QVERIFY(describe::fromAnswer(json, read).empty());
        QCOMPARE(describe::toJson(read), json);
    }

    void aPatchTouchesOnlyWhatItNames() {
        Leaf leaf{ChequeId(7), Money::rials(5), Date::of(2026, 12, 6), "زهرا", Colour::Red, 3};
        QVERIFY(describe::applyPatch(describe::Json{{"due_on", nullptr}}, leaf).empty());
        QVERIFY(!leaf.dueOn);
        QCOMPARE(leaf.amount.rials(), 5);
    }

    void everyFaultIsNamedAtOnce() {
        Leaf leaf;
        const auto errors = describe::applyPatch(
            describe::Json::parse(
                R"({"id":"1","amount":1.5,"due_on":"1405-13-40","drawer_name":"بسیار بلند","colour":"blue","a/b":1})"),
            leaf);
        std::vector<std::pair<std::string, std::string>> seen;
        for (const Error& error : errors) {
            seen.emplace_back(error.pointer, errorName(error.code));
        }
        const std::vector<std::pair<std::string, std::string>> expected{
            {"/id", "field_read_only"},       {"/amount", "field_type_invalid"},
            {"/due_on", "date_invalid"},      {"/drawer_name", "field_too_long"},
            {"/colour", "value_not_allowed"}, {"/a~1b", "field_unknown"}};
        QCOMPARE(seen, expected);
    }

    void aNewEntityNeedsItsRequiredFields() {
        Leaf leaf;
        const auto errors = describe::fromRequest(describe::Json{{"drawer_name", ""}}, leaf);
        QCOMPARE(errors.size(), std::size_t(1));
        QCOMPARE(errors.front().pointer, std::string("/amount"));
        QVERIFY(!describe::fromRequest(describe::Json{{"drawer_name", ""}, {"amount", 1}}, leaf).empty());
        QVERIFY(describe::fromRequest(describe::Json{{"drawer_name", "ا"}, {"amount", 1}}, leaf).empty());
    }

    void anAmountThatJsonCannotHoldIsRefused() {
        Leaf leaf;
        QCOMPARE(describe::applyPatch(describe::Json{{"amount", 9007199254740992}}, leaf).front().code,
                 ErrorCode::MoneyOutOfRange);
        QCOMPARE(describe::applyPatch(describe::Json{{"amount", 18446744073709551615U}}, leaf).front().code,
                 ErrorCode::MoneyOutOfRange);
    }
};

QTEST_APPLESS_MAIN(JsonTest)
#include "json_test.moc"
