#include "shared/cheque/forecast.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace nextgen;
using cheque::chanceOf;

class ChequeForecastTest : public QObject {
    Q_OBJECT

  private slots:
    void aDrawersOwnHistoryMovesTheChance() {
        const auto unknown = chanceOf({});
        QCOMPARE(unknown.likelyBp, 9'500);
        QCOMPARE(unknown.lateDays, 0);
        QVERIFY(chanceOf({100, 0, 0}).likelyBp > unknown.likelyBp);
        QVERIFY(chanceOf({0, 1, 0}).likelyBp < unknown.likelyBp);
        QVERIFY(chanceOf({0, 100, 0}).likelyBp < 2'000);
        QCOMPARE(chanceOf({10, 0, 35}).lateDays, 3);
        QCOMPARE(chanceOf({10, 0, -35}).lateDays, 0);
    }

    void theLowChanceIsBelowTheLikelyAndNearsItAsMoreIsKnown() {
        int gap = 10'000;
        for (const std::int64_t cheques : {0, 10, 100, 1'000, 100'000}) {
            const auto chance = chanceOf({cheques * 9, cheques, 0});
            QVERIFY(chance.lowBp >= 0 && chance.lowBp <= chance.likelyBp && chance.likelyBp <= 10'000);
            if (cheques >= 10) {
                QVERIFY(chance.likelyBp - chance.lowBp < gap);
                gap = chance.likelyBp - chance.lowBp;
            }
        }
    }

    void partsOfAnAmountAreWholeRials() {
        QCOMPARE(cheque::partOf(Money::rials(1'000), 9'500).rials(), 950);
        QCOMPARE(cheque::partOf(Money::rials(1), 4'999).rials(), 0);
        QCOMPARE(cheque::partOf(Money::rials(Money::rialsMax), 10'000).rials(), Money::rialsMax);
        QCOMPARE(cheque::partOf(Money::rials(3), 0).rials(), 0);
    }

    void coloursAreThoseOfThePublicRule_data() {
        QTest::addColumn<qint64>("uncleared");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<QString>("colour");
        QFile file(NEXTGEN_TEST_DATA "/iran-vectors.json");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto topics = QJsonDocument::fromJson(file.readAll()).object()["topics"].toObject();
        for (const QJsonValue& vector : topics["cheque_issuer_colour"].toArray()) {
            const QJsonObject input = vector["input"].toObject();
            QTest::newRow(qPrintable(vector["id"].toString()))
                << input["uncleared"].toInteger() << input["totalRial"].toInteger() << vector["expected"].toString();
        }
        QTest::newRow("the amount is worse") << qint64(1) << qint64(600'000'000) << "red";
        QTest::newRow("the count is worse") << qint64(11) << qint64(1'000) << "red";
        QTest::newRow("the last of yellow") << qint64(1) << qint64(50'000'000) << "yellow";
        QTest::newRow("the first of orange by amount") << qint64(1) << qint64(50'000'001) << "orange";
    }
    void coloursAreThoseOfThePublicRule() {
        QFETCH(qint64, uncleared);
        QFETCH(qint64, total);
        QFETCH(QString, colour);
        QCOMPARE(QString::fromUtf8(describe::nameOf(cheque::drawerColour(uncleared, Money::rials(total))).data()),
                 colour);
    }
};

QTEST_APPLESS_MAIN(ChequeForecastTest)
#include "cheque_forecast_test.moc"
