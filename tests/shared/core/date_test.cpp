#include "shared/core/date.h"

#include <QtTest>

using namespace nextgen;

class DateTest : public QObject {
    Q_OBJECT

  private slots:
    void aDateSurvivesTheWayThereAndBack_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("days");
        QTest::newRow("the epoch") << QByteArray("1970-01-01") << 0;
        QTest::newRow("the day before it") << QByteArray("1969-12-31") << -1;
        QTest::newRow("a leap day") << QByteArray("2024-02-29") << 19782;
        QTest::newRow("a leap day of a century") << QByteArray("2000-02-29") << 11016;
        QTest::newRow("the first year") << QByteArray("1600-01-01") << -135140;
        QTest::newRow("the last day") << QByteArray("2199-12-31") << 84005;
    }
    void aDateSurvivesTheWayThereAndBack() {
        QFETCH(QByteArray, text);
        QFETCH(int, days);
        const auto date = Date::parse(text.toStdString());
        QVERIFY(date.has_value());
        QCOMPARE(date->daysSinceEpoch(), days);
        QCOMPARE(date->toString(), text.toStdString());
        QCOMPARE(Date::of(date->year(), date->month(), date->day()), date);
    }

    void whatIsNoDateIsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"", "2026-11-2", "2026-11-022", "2026/11/22", "26-11-22", "2026-13-01", "2026-00-01",
              "2026-11-31", "2026-02-29", "1900-02-29", "1599-12-31", "2200-01-01", "1405-09-01",
              "+026-11-22", "2026--1-22", "2026-11- 2", " 2026-11-2", "2026-11-22Z", "۲۰۲۶-۱۱-۲۲"}) {
            QTest::newRow(text) << QByteArray(text);
        }
    }
    void whatIsNoDateIsRefused() {
        QFETCH(QByteArray, text);
        QVERIFY(!Date::parse(text.toStdString()));
    }

    void daysAreCountedAndAdded() {
        const Date from = Date::of(2024, 2, 28).value();
        QCOMPARE(from.plusDays(2).toString(), std::string("2024-03-01"));
        QCOMPARE(from.daysUntil(from.plusDays(366)), 366);
        QCOMPARE(from.plusDays(366).toString(), std::string("2025-02-28"));
        QVERIFY(from < from.plusDays(1));
    }
};

QTEST_APPLESS_MAIN(DateTest)
#include "date_test.moc"
