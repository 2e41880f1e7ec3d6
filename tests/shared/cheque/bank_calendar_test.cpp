#include "shared/cheque/bank_calendar.h"

#include "shared/core/jalali.h"

#include <QtTest>

using namespace nextgen;
using cheque::BankCalendar;

/// On which day a bank pays what is due on a day.
class BankCalendarTest : public QObject {
    Q_OBJECT

    static Date jalali(const QString& text) {
        const QStringList parts = text.split('/');
        return JalaliDate::of(parts[0].toInt(), parts[1].toInt(), parts[2].toInt())->toDate();
    }

  private slots:
    void aChequeIsPaidOnTheNextDayThatBanksWork_data() {
        QTest::addColumn<QString>("due");
        QTest::addColumn<bool>("isThursdayClosed");
        QTest::addColumn<QString>("paid");
        QTest::newRow("a Saturday") << "1405/09/07" << true << "1405/09/07";
        QTest::newRow("a Wednesday") << "1405/09/11" << true << "1405/09/11";
        QTest::newRow("a Thursday when banks are closed") << "1405/09/12" << true << "1405/09/14";
        QTest::newRow("a Thursday when they work") << "1405/09/12" << false << "1405/09/12";
        QTest::newRow("a Friday") << "1405/09/13" << false << "1405/09/14";
        QTest::newRow("a day that was announced") << "1405/09/15" << true << "1405/09/17";
        QTest::newRow("Nowruz of 1406, a Sunday") << "1406/01/01" << true << "1406/01/07";
        QTest::newRow("Nowruz of 1406 with Thursdays") << "1406/01/01" << false << "1406/01/05";
        QTest::newRow("the last day of an ordinary year") << "1405/12/29" << true << "1406/01/07";
        QTest::newRow("the 30th of Esfand of a leap year") << "1403/12/30" << false << "1404/01/05";
        QTest::newRow("14 Khordad, then 15, then a Saturday") << "1405/03/14" << false << "1405/03/16";
        QTest::newRow("22 Bahman, a Thursday") << "1405/11/22" << false << "1405/11/24";
    }
    void aChequeIsPaidOnTheNextDayThatBanksWork() {
        QFETCH(QString, due);
        QFETCH(bool, isThursdayClosed);
        QFETCH(QString, paid);
        const BankCalendar calendar(isThursdayClosed,
                                    {{jalali("1405/09/15"), "ابلاغ دولت"}, {jalali("1405/09/16"), "ابلاغ دولت"}});
        QCOMPARE(QString::fromStdString(JalaliDate::fromDate(calendar.effectiveDay(jalali(due))).toString()), paid);
    }

    void noDayIsPaidBeforeItIsDueNorOnAClosedOne() {
        const BankCalendar calendar(true);
        for (Date day = jalali("1404/01/01"); day < jalali("1409/01/01"); day = day.plusDays(1)) {
            const Date paid = calendar.effectiveDay(day);
            QVERIFY(paid >= day && calendar.isOpen(paid));
            QVERIFY(calendar.openDayBefore(paid.plusDays(1)) == paid);
        }
    }

    void aLongerClosureIsNotWaitedForForever() {
        std::map<Date, std::string> year;
        for (int i = 0; i < 366; ++i) {
            year.emplace(jalali("1405/01/01").plusDays(i), "x");
        }
        const BankCalendar calendar(true, year);
        QVERIFY(calendar.effectiveDay(jalali("1405/02/01")) ==
                jalali("1405/02/01").plusDays(cheque::closureDaysMax));
    }

    void holidaysHaveNames() {
        const BankCalendar calendar(true, {{jalali("1405/09/15"), "ابلاغ دولت"}});
        QCOMPARE(calendar.holidayOf(jalali("1405/01/13")), std::string("روز طبیعت"));
        QCOMPARE(calendar.holidayOf(jalali("1405/09/15")), std::string("ابلاغ دولت"));
        QCOMPARE(calendar.holidayOf(jalali("1405/09/13")), std::string());
    }
};

QTEST_APPLESS_MAIN(BankCalendarTest)
#include "bank_calendar_test.moc"
