// Of the public vectors, words of other styles («صد», «چهار صد») are read but never written; ordinals
// (number_to_words_ordinal, ordinal_suffix), fractions (decimal_to_words) and the toman that means a thousand
// tomans (money_words_to_number) are left out, since no amount of this product is written so.
#include "shared/core/words.h"

#include "tests/shared/core/vectors.h"

#include <limits>

using namespace nextgen;
using tests::Vector;

class WordsTest : public QObject {
    Q_OBJECT

  private slots:
    void anAmountIsSpelledAsBanksPrintIt_data() { tests::addVectorRows("number_to_words"); }
    void anAmountIsSpelledAsBanksPrintIt() {
        QFETCH(Vector, vector);
        const auto number = vector.input.at("n").get<std::int64_t>();
        if (vector.input.at("style") == "yeksad") {
            QCOMPARE(numberInPersianWords(number), vector.expected.get<std::string>());
        }
        QCOMPARE(numberFromPersianWords(vector.expected.get<std::string>()), std::optional(number));
    }

    void wordsAreRead_data() { tests::addVectorRows("words_to_number"); }
    void wordsAreRead() {
        QFETCH(Vector, vector);
        QCOMPARE(numberFromPersianWords(vector.input.get<std::string>()),
                 std::optional(vector.expected.get<std::int64_t>()));
    }

    void whatIsWrittenIsReadBack() {
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        constexpr auto least = std::numeric_limits<std::int64_t>::min();
        std::vector<std::int64_t> numbers{0, 1000, 100'000, 1'000'000'000'000'000, most, least};
        for (std::int64_t number = 1; number < most / 7; number = number * 3 + 1) {
            numbers.push_back(number);
            numbers.push_back(-number);
        }
        for (const std::int64_t number : numbers) {
            QCOMPARE(numberFromPersianWords(numberInPersianWords(number)), std::optional(number));
        }
    }

    void wordsAreReadAsPeopleWriteThem_data() {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<qint64>("number");
        QTest::newRow("hundred apart") << QByteArray("هفت صد و پنج") << qint64(705);
        QTest::newRow("hundred without one") << QByteArray("صد و ده هزار") << qint64(110'000);
        QTest::newRow("thousand without one") << QByteArray("هزار و یک") << qint64(1001);
        QTest::newRow("thousands of milliards") << QByteArray("دو هزار میلیارد") << qint64(2'000'000'000'000);
        QTest::newRow("ZWNJ and Arabic letters") << QByteArray("سي\u200Cو\u200Cيك") << qint64(31);
    }
    void wordsAreReadAsPeopleWriteThem() {
        QFETCH(QByteArray, words);
        QFETCH(qint64, number);
        QCOMPARE(numberFromPersianWords(words.toStdString()), std::optional<std::int64_t>(number));
    }

    void whatIsNoNumberIsRefused_data() {
        QTest::addColumn<QByteArray>("words");
        for (const char* words :
             {"", "و", "منفی", "یک ریال", "پنج پنج", "بیست سی", "یازده دو", "ده دو", "یکصد دویست",
              "یک هزار و دو هزار", "صفر و یک", "یک منفی", "اُم", "ده کوینتیلیون", "99999999999999999999"}) {
            QTest::newRow(words) << QByteArray(words);
        }
    }
    void whatIsNoNumberIsRefused() {
        QFETCH(QByteArray, words);
        QCOMPARE(numberFromPersianWords(words.toStdString()), std::optional<std::int64_t>());
    }

    void anAmountIsSpelledInEnglish_data() {
        QTest::addColumn<qint64>("number");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("zero") << qint64(0) << QByteArray("zero");
        QTest::newRow("teens") << qint64(13) << QByteArray("thirteen");
        QTest::newRow("tens") << qint64(40) << QByteArray("forty");
        QTest::newRow("hundreds") << qint64(123) << QByteArray("one hundred twenty-three");
        QTest::newRow("scales") << qint64(2'000'001'010) << QByteArray("two billion one thousand ten");
        QTest::newRow("below zero") << qint64(-1'500'000)
                                    << QByteArray("minus one million five hundred thousand");
    }
    void anAmountIsSpelledInEnglish() {
        QFETCH(qint64, number);
        QFETCH(QByteArray, words);
        QCOMPARE(numberInEnglishWords(number), words.toStdString());
    }
};

QTEST_APPLESS_MAIN(WordsTest)
#include "words_test.moc"
