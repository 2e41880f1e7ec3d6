#include "shared/cheque/ras.h"
#include "shared/cheque/twin.h"

#include <QtTest>

using namespace nextgen;
using cheque::Cheque;
using cheque::TwinBy;

/// When two cheques are one paper, and on which day several are due together.
class ChequeTwinTest : public QObject {
    Q_OBJECT

    static Cheque leaf(const char* sayadId, const char* bank, const char* series, const char* serial,
                       const char* account, int amount, int day) {
        Cheque cheque;
        cheque.sayadId = sayadId;
        cheque.bankCode = bank;
        cheque.series = series;
        cheque.serial = serial;
        cheque.accountNumber = account;
        cheque.dealerId = DealerId(7);
        cheque.amount = Money::rials(amount);
        cheque.dueOn = *Date::of(2026, 12, day);
        return cheque;
    }

  private slots:
    void whatTwoChequesHaveInCommonTells_data() {
        QTest::addColumn<Cheque>("other");
        QTest::addColumn<int>("by");  // -1: nothing
        QTest::newRow("the same") << leaf("1111222233334444", "012", "الف", "5", "9", 100, 5) << int(TwinBy::SayadId);
        QTest::newRow("the same Sayad id, all else wrong")
            << leaf("1111222233334444", "", "", "", "", 1, 28) << int(TwinBy::SayadId);
        QTest::newRow("another Sayad id, all else the same")
            << leaf("1111222233334445", "012", "الف", "5", "9", 100, 5) << -1;
        QTest::newRow("no Sayad id, the leaf") << leaf("", "012", "الف", "5", "", 1, 28) << int(TwinBy::Leaf);
        QTest::newRow("no Sayad id, the account") << leaf("", "", "", "5", "9", 1, 28) << int(TwinBy::Account);
        QTest::newRow("the serial alone") << leaf("", "", "", "5", "", 1, 28) << -1;
        QTest::newRow("nothing but empty fields") << leaf("", "", "", "", "", 1, 28) << -1;
        QTest::newRow("amount and date") << leaf("", "", "", "", "", 100, 8) << int(TwinBy::Amount);
        QTest::newRow("amount, days too far") << leaf("", "", "", "", "", 100, 9) << -1;
        QTest::newRow("date, another amount") << leaf("", "", "", "", "", 101, 5) << -1;
    }
    void whatTwoChequesHaveInCommonTells() {
        QFETCH(Cheque, other);
        QFETCH(int, by);
        const Cheque one = leaf("1111222233334444", "012", "الف", "5", "9", 100, 5);
        const auto found = cheque::twinOf(one, other);
        QCOMPARE(found ? int(*found) : -1, by);
        QVERIFY(cheque::twinOf(other, one) == found);
    }

    void rasIsTheWeighedMeanOfTheDays_data() {
        QTest::addColumn<QList<QPair<qint64, int>>>("dues");
        QTest::addColumn<int>("day");  // 0: none
        QTest::newRow("none") << QList<QPair<qint64, int>>{} << 0;
        QTest::newRow("one") << QList<QPair<qint64, int>>{{10, 7}} << 7;
        QTest::newRow("two alike") << QList<QPair<qint64, int>>{{10, 1}, {10, 11}} << 6;
        QTest::newRow("the heavier pulls") << QList<QPair<qint64, int>>{{30, 1}, {10, 9}} << 3;
        QTest::newRow("half a day is rounded up") << QList<QPair<qint64, int>>{{10, 1}, {10, 2}} << 2;
        QTest::newRow("the largest amounts") << QList<QPair<qint64, int>>{{Money::rialsMax, 1}, {Money::rialsMax, 31}} << 16;
        QTest::newRow("in any order") << QList<QPair<qint64, int>>{{10, 9}, {30, 1}} << 3;
    }
    void rasIsTheWeighedMeanOfTheDays() {
        using Dues = QList<QPair<qint64, int>>;
        QFETCH(Dues, dues);
        QFETCH(int, day);
        std::vector<cheque::Due> given;
        for (const auto& [amount, on] : dues) {
            given.push_back({Money::rials(amount), *Date::of(2026, 12, on)});
        }
        const auto ras = cheque::rasOf(given);
        QCOMPARE(ras ? ras->day() : 0, day);
    }
};

QTEST_APPLESS_MAIN(ChequeTwinTest)
#include "cheque_twin_test.moc"
