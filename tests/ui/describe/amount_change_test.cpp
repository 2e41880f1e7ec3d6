#include "ui/describe/amount_change.h"

#include "shared/core/error_code.h"
#include "shared/core/money.h"

#include <QtTest>
#include <limits>

using namespace nextgen;
using ui::AmountChange;

class AmountChangeTest : public QObject {
    Q_OBJECT

  private slots:
    void numbersAreRaisedLoweredAndRounded_data() {
        QTest::addColumn<qint64>("before");
        QTest::addColumn<bool>("isPercent");
        QTest::addColumn<qint64>("size");
        QTest::addColumn<qint64>("roundTo");
        QTest::addColumn<qint64>("after");  // -1: below zero, -2: too large
        const auto row = [](const char* name, qint64 before, bool isPercent, qint64 size, qint64 roundTo,
                            qint64 after) {
            QTest::newRow(name) << before << isPercent << size << roundTo << after;
        };
        row("five per cent", 1'000'000, true, 500, 1, 1'050'000);
        row("five per cent less", 1'000'000, true, -500, 1, 950'000);
        row("a fraction of a per cent", 1'000'000, true, 25, 1, 1'002'500);
        row("half a rial goes up", 10, true, 500, 1, 11);
        row("less than half goes down", 9, true, 500, 1, 9);
        row("to thousands, down", 3'999'000, true, 500, 1'000, 4'199'000);
        row("to thousands, half up", 10'000, true, 500, 1'000, 11'000);
        row("rounded once, not twice", 10'096, true, 400, 1'000, 10'000);
        row("an amount more", 1'500, false, 250, 1, 1'750);
        row("an amount more, rounded", 1'500, false, 250, 1'000, 2'000);
        row("nothing of nothing", 0, true, 500, 1'000, 0);
        row("all of it", 1'000, true, -10'000, 1, 0);
        row("more than all of it", 1'000, true, -10'001, 1, -1);
        row("more than there is", 1'000, false, -1'001, 1, -1);
        row("below zero before", -1'000, true, 500, 1, -1);
        row("the largest amount", Money::rialsMax, true, 0, 1, Money::rialsMax);
        row("more than the largest", Money::rialsMax, true, 1, 1, -2);
        row("rounded beyond the largest", Money::rialsMax, false, 0, 1'000, -2);
        row("numbers beyond every amount", std::numeric_limits<qint64>::max(), true, 10'000'000, 1, -2);
        row("as far as numbers go", std::numeric_limits<qint64>::max(), false,
            std::numeric_limits<qint64>::max(), 1, -2);
        row("as far as they go down", std::numeric_limits<qint64>::min(), false,
            std::numeric_limits<qint64>::min(), 1, -1);
    }

    void numbersAreRaisedLoweredAndRounded() {
        QFETCH(qint64, before);
        QFETCH(bool, isPercent);
        QFETCH(qint64, size);
        QFETCH(qint64, roundTo);
        QFETCH(qint64, after);
        const auto result = ui::changedBy(
            before, {isPercent ? AmountChange::By::Percent : AmountChange::By::Number, size, roundTo});
        if (after >= 0) {
            QVERIFY(result);
            QCOMPARE(qint64{*result}, after);
        } else {
            QVERIFY(!result);
            QCOMPARE(int(result.error().code),
                     int(after == -1 ? ErrorCode::ValueRefused : ErrorCode::MoneyOutOfRange));
        }
    }

    void percentagesAreReadAsPeopleTypeThem_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("hundredths");  // -1: refused
        QTest::newRow("whole") << "5" << qint64{500};
        QTest::newRow("Persian") << QStringLiteral("۵") << qint64{500};
        QTest::newRow("Persian with its mark") << QStringLiteral("۲٫۵٪") << qint64{250};
        QTest::newRow("with a point") << "12.25 %" << qint64{1225};
        QTest::newRow("with a stroke, as Persian keyboards have it") << QStringLiteral("۲/۵") << qint64{250};
        QTest::newRow("nothing") << "" << qint64{-1};
        QTest::newRow("three places") << "1.125" << qint64{-1};
        QTest::newRow("below zero") << "-5" << qint64{-1};
        QTest::newRow("too much") << "100001" << qint64{-1};
        QTest::newRow("words") << "five" << qint64{-1};
    }

    void percentagesAreReadAsPeopleTypeThem() {
        QFETCH(QString, text);
        QFETCH(qint64, hundredths);
        const auto read = ui::readPercent(text);
        QCOMPARE(read.has_value(), hundredths >= 0);
        if (read) {
            QCOMPARE(qint64{*read}, hundredths);
        }
    }
};

QTEST_APPLESS_MAIN(AmountChangeTest)
#include "amount_change_test.moc"
