#include "shared/core/money.h"

#include "shared/core/error_code.h"

#include <QtTest>

using namespace nextgen;

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
};

QTEST_APPLESS_MAIN(MoneyTest)
#include "money_test.moc"
