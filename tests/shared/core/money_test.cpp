// Of the public vectors, redenomination is left out: its start is not announced. group_digits_conflict asks
// which digits to show, which is the client's matter.
#include "shared/core/money.h"

#include "shared/core/error_code.h"
#include "shared/core/text.h"
#include "tests/shared/core/vectors.h"

using namespace nextgen;
using tests::Vector;

class MoneyTest : public QObject {
    Q_OBJECT

  private slots:
    void aSumOutOfRangeIsNotSilentlyWrapped() {
        const Money most = Money::rials(Money::rialsMax);
        QVERIFY_EXCEPTION_THROWN(most + Money::rials(1), std::overflow_error);
        QCOMPARE((most - Money::rials(1)).rials(), Money::rialsMax - 1);
        QVERIFY(!Money::fromRials(Money::rialsMax + 1));
        QCOMPARE(Money::fromTomans(Money::rialsMax).error().code, ErrorCode::MoneyOutOfRange);
    }

    void aTomanIsTenRials() {
        QCOMPARE(Money::fromTomans(12)->rials(), 120);
        QCOMPARE(*Money::rials(120).tomans(), 12);
        QCOMPARE(Money::rials(15).tomans().error().code, ErrorCode::MoneyNotWholeTomans);
    }

    void aFractionIsRoundedAsNamed_data() {
        QTest::addColumn<qint64>("amount");
        QTest::addColumn<int>("rounding");
        QTest::addColumn<qint64>("half");
        QTest::newRow("down") << qint64(5) << int(Rounding::Down) << qint64(2);
        QTest::newRow("down, negative: towards zero") << qint64(-5) << int(Rounding::Down) << qint64(-2);
        QTest::newRow("half up") << qint64(5) << int(Rounding::HalfUp) << qint64(3);
        QTest::newRow("half up, negative: away from zero")
            << qint64(-5) << int(Rounding::HalfUp) << qint64(-3);
        QTest::newRow("half even, odd") << qint64(3) << int(Rounding::HalfEven) << qint64(2);
        QTest::newRow("half even, even") << qint64(5) << int(Rounding::HalfEven) << qint64(2);
    }
    void aFractionIsRoundedAsNamed() {
        QFETCH(qint64, amount);
        QFETCH(int, rounding);
        QFETCH(qint64, half);
        QCOMPARE(Money::rials(amount).times(1, 2, static_cast<Rounding>(rounding))->rials(), half);
    }

    void aShareIsMultipliedBeforeItIsDivided() {
        QCOMPARE(Money::rials(Money::rialsMax).times(9, 10, Rounding::Down)->rials(), 8106479329266891);
        QVERIFY(!Money::rials(Money::rialsMax).times(2, 1, Rounding::Down));
    }

    void digitsAreGroupedByThousands() {
        QCOMPARE(groupDigits(-1234567), std::string("-1,234,567"));
        QCOMPARE(groupDigits(999), std::string("999"));
        QCOMPARE(groupDigits(0), std::string("0"));
    }

    void aTypedAmountIsGroupedAnew_data() { tests::addVectorRows("group_digits"); }
    void aTypedAmountIsGroupedAnew() {
        // Fractions, which the library groups too, are no amounts of rials.
        QFETCH(Vector, vector);
        const auto typed = vector.input.get<std::string>();
        const auto amount = parseMoney(typed);
        if (typed.find('.') != std::string::npos) {
            QCOMPARE(amount.error().code, ErrorCode::NumberInvalid);
        } else {
            QCOMPARE(groupDigits(amount->rials()), vector.expected.get<std::string>());
        }
    }

    void theSeparatorIsTheCallersChoice_data() { tests::addVectorRows("group_digits_sep"); }
    void theSeparatorIsTheCallersChoice() {
        QFETCH(Vector, vector);
        const std::int64_t number = parseMoney(vector.input.at("text").get<std::string>())->rials();
        QCOMPARE(groupDigits(number, vector.input.at("sep").get<std::string>()),
                 text::asciiDigits(vector.expected.get<std::string>()));
    }

    void groupingMarksAreRead_data() { tests::addVectorRows("ungroup_digits"); }
    void groupingMarksAreRead() {
        QFETCH(Vector, vector);
        QCOMPARE(parseMoney(vector.input.get<std::string>())->rials(), vector.expected.get<std::int64_t>());
    }

    void onlyWholeNumbersAreAmounts_data() { tests::addVectorRows("parse_money_integer"); }
    void onlyWholeNumbersAreAmounts() {
        QFETCH(Vector, vector);
        const auto amount = parseMoney(vector.input.get<std::string>());
        if (vector.expected.is_null()) {
            QCOMPARE(amount.error().code, ErrorCode::NumberInvalid);
        } else {
            QCOMPARE(amount->rials(), vector.expected.get<std::int64_t>());
        }
    }

    void rialsAndTomansAreConvertedExactly_data() { tests::addVectorRows("rial_toman"); }
    void rialsAndTomansAreConvertedExactly() {
        QFETCH(Vector, vector);
        const auto amount = vector.input.at("amount").get<std::int64_t>();
        const Result<std::int64_t> converted =
            vector.input.at("conversion") == "rial>toman"
                ? Money::fromRials(amount).and_then([](Money money) { return money.tomans(); })
                : Money::fromTomans(amount).map([](Money money) { return money.rials(); });
        QCOMPARE(converted.has_value(), !vector.expected.is_null());
        if (converted) {
            QCOMPARE(*converted, vector.expected.get<std::int64_t>());
        }
    }
};

QTEST_APPLESS_MAIN(MoneyTest)
#include "money_test.moc"
