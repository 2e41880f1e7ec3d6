#include "shared/core/instant.h"

#include <QtTest>

using namespace nextgen;

class InstantTest : public QObject {
    Q_OBJECT

  private slots:
    void aMomentIsReadInAnyOffset_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("utc");
        const auto row = [](const char* text, const char* utc) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(utc);
        };
        row("2026-11-22T10:00:00Z", "2026-11-22T10:00:00.000Z");
        row("2026-11-22t10:00:00z", "2026-11-22T10:00:00.000Z");
        row("2026-11-22T10:00:00.5+03:30", "2026-11-22T06:30:00.500Z");
        row("2026-11-22T02:00:00+03:30", "2026-11-21T22:30:00.000Z");
        row("2026-11-22T22:00:00-05:00", "2026-11-23T03:00:00.000Z");
        row("2026-11-22T10:00:00-00:00", "2026-11-22T10:00:00.000Z");
        row("2026-11-22 10:00:00.123+00", "2026-11-22T10:00:00.123Z");
        row("2026-11-22 10:00:00.123456+03:30", "2026-11-22T06:30:00.123Z");
        row("2026-11-22T10:00:00.123456789Z", "2026-11-22T10:00:00.123Z");
        row("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z");
        row("1970-01-01T00:00:00+00:01", "1969-12-31T23:59:00.000Z");
    }
    void aMomentIsReadInAnyOffset() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, utc);
        const auto instant = Instant::parse(text.toStdString());
        QVERIFY(instant.has_value());
        QCOMPARE(instant->toString(), utc.toStdString());
    }

    void microsecondsAreKept() {
        QCOMPARE(Instant::parse("1970-01-01 00:00:01.000001+00")->microseconds(), 1'000'001);
        QCOMPARE(Instant::parse("1969-12-31T23:59:59.999999Z")->microseconds(), -1);
    }

    void whatIsNoMomentIsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"",
                                 "2026-11-22",
                                 "2026-11-22T10:00Z",
                                 "2026-11-22T10:00:00",
                                 "2026-11-22T24:00:00Z",
                                 "2026-11-22T10:60:00Z",
                                 "2026-11-22T10:00:60Z",
                                 "2026-13-22T10:00:00Z",
                                 "2026-11-22T10:00:00.Z",
                                 "2026-11-22T10:00:00.5",
                                 "2026-11-22T10:00:00+",
                                 "2026-11-22T10:00:00+3",
                                 "2026-11-22T10:00:00+03:",
                                 "2026-11-22T10:00:00+03:60",
                                 "2026-11-22T10:00:00+24:00",
                                 "2026-11-22T10:00:00ZZ",
                                 "2026-11-22T10:00:00Z ",
                                 "2026-11-22T-1:00:00Z",
                                 "2026-11-22T10-00-00Z",
                                 "2026-11-22_10:00:00Z",
                                 "20261122T100000Z",
                                 "1405-09-01T10:00:00Z"}) {
            QTest::newRow(text) << QByteArray(text);
        }
    }
    void whatIsNoMomentIsRefused() {
        QFETCH(QByteArray, text);
        QVERIFY(!Instant::parse(text.toStdString()));
    }

    void theDateIsThatOfTheClockOnTheWall_data() {
        QTest::addColumn<QByteArray>("instant");
        QTest::addColumn<QByteArray>("inTehran");
        QTest::newRow("before midnight") << QByteArray("2026-11-22T20:29:59Z") << QByteArray("2026-11-22");
        QTest::newRow("midnight") << QByteArray("2026-11-22T20:30:00Z") << QByteArray("2026-11-23");
        QTest::newRow("before the epoch") << QByteArray("1969-12-31T20:29:59Z") << QByteArray("1969-12-31");
    }
    void theDateIsThatOfTheClockOnTheWall() {
        QFETCH(QByteArray, instant);
        QFETCH(QByteArray, inTehran);
        QCOMPARE(Instant::parse(instant.toStdString())->dateAt(tehranOffsetMinutes).toString(),
                 inTehran.toStdString());
    }

    void aDateBeginsAtItsMidnightOnTheWall_data() {
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<QByteArray>("utc");
        QTest::newRow("now") << QByteArray("2026-11-23") << QByteArray("2026-11-22T20:30:00.000Z");
        QTest::newRow("the epoch") << QByteArray("1970-01-01") << QByteArray("1969-12-31T20:30:00.000Z");
        QTest::newRow("long ago") << QByteArray("1921-03-21") << QByteArray("1921-03-20T20:30:00.000Z");
    }
    void aDateBeginsAtItsMidnightOnTheWall() {
        QFETCH(QByteArray, date);
        QFETCH(QByteArray, utc);
        const Date day = *Date::parse(date.toStdString());
        const Instant start = Instant::startOf(day, tehranOffsetMinutes);
        QCOMPARE(start.toString(), utc.toStdString());
        QCOMPARE(start.dateAt(tehranOffsetMinutes), day);
        QVERIFY(start.plusSeconds(-1).dateAt(tehranOffsetMinutes) != day);
    }
};

QTEST_APPLESS_MAIN(InstantTest)
#include "instant_test.moc"
