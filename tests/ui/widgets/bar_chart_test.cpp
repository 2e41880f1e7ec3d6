#include "ui/widgets/bar_chart.h"

#include "ui/locale/format.h"
#include "ui/locale/language.h"
#include "ui/widgets/theme.h"

#include <QSignalSpy>
#include <QtTest>

using namespace nextgen;
using namespace nextgen::ui;

class BarChartTest : public QObject {
    Q_OBJECT

    static std::vector<Bar> three() {
        return {{QStringLiteral("a"), QStringLiteral("A"), Money::rials(1'500'000'000)},
                {{}, QStringLiteral("B"), Money()},
                {{}, QStringLiteral("C"), Money::rials(40'000'000)}};
    }

  private slots:
    void stepsReachTheLargestAmountInFewRoundNumbers_data() {
        QTest::addColumn<qint64>("most");
        QTest::addColumn<qint64>("last");
        QTest::newRow("nothing") << qint64(0) << qint64(1);
        QTest::newRow("four") << qint64(4) << qint64(4);
        QTest::newRow("five") << qint64(5) << qint64(6);
        QTest::newRow("millions") << qint64(7'300'000) << qint64(8'000'000);
        QTest::newRow("the most there can be") << qint64(Money::rialsMax) << qint64(Money::rialsMax);
    }
    void stepsReachTheLargestAmountInFewRoundNumbers() {
        QFETCH(qint64, most);
        QFETCH(qint64, last);
        const auto steps = axisSteps(*Money::fromRials(most));
        QVERIFY(steps.size() >= 2 && steps.size() <= 6);
        QVERIFY(steps.front().isZero());
        QCOMPARE(qint64(steps.back().rials()), last);
    }

    void barsBeginAtTheLeadingSide() {
        BarChart chart;
        chart.setBars(three());
        chart.setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(chart.drawnOrder(), (std::vector<int>{2, 1, 0}));
        chart.setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(chart.drawnOrder(), (std::vector<int>{0, 1, 2}));
    }

    void amountsStandShortBesideTheAxis() {
        Locale locale(Language::English);
        BarChart chart;
        chart.setBars(three());
        QCOMPARE(chart.axisLabels().first(), QStringLiteral("0"));
        QCOMPARE(chart.axisLabels().last(), QStringLiteral("1.5 billion"));
    }

    void shortAmountsAreInTheLanguageOfTheMoment_data() {
        QTest::addColumn<qint64>("rials");
        QTest::addColumn<QString>("english");
        QTest::newRow("below a thousand") << qint64(999) << "999";
        QTest::newRow("thousands") << qint64(1'500) << "1.5 thousand";
        QTest::newRow("rounded") << qint64(1'449'000'000) << "1.4 billion";
        QTest::newRow("below zero") << qint64(-2'500'000) << "-2.5 million";
        QTest::newRow("large") << qint64(9'007'000'000'000'000) << "9,007 trillion";
    }
    void shortAmountsAreInTheLanguageOfTheMoment() {
        QFETCH(qint64, rials);
        QFETCH(QString, english);
        Locale locale(Language::English);
        QCOMPARE(showMoneyShort(*Money::fromRials(rials)), english);
        locale.setLanguage(Language::Persian);
        QVERIFY(!showMoneyShort(*Money::fromRials(rials)).contains(QRegularExpression("[0-9a-z]")));
    }

    void keyboardGoesFromBarToBarAsTheyAreRead_data() {
        QTest::addColumn<bool>("isRightToLeft");
        QTest::addColumn<int>("forwards");
        QTest::newRow("left to right") << false << int(Qt::Key_Right);
        QTest::newRow("right to left") << true << int(Qt::Key_Left);
    }
    void keyboardGoesFromBarToBarAsTheyAreRead() {
        QFETCH(bool, isRightToLeft);
        QFETCH(int, forwards);
        BarChart chart;
        chart.setLayoutDirection(isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        chart.setBars(three());
        chart.show();
        const QSignalSpy activated(&chart, &BarChart::barActivated);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(activated.count(), 0);
        QTest::keyClick(&chart, static_cast<Qt::Key>(forwards));
        QCOMPARE(chart.currentBar(), 0);
        QTest::keyClick(&chart, static_cast<Qt::Key>(forwards));
        QCOMPARE(chart.currentBar(), 1);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.first().first().toInt(), 1);
    }
};

QTEST_MAIN(BarChartTest)
#include "bar_chart_test.moc"
