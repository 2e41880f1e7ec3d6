// Of the public vectors, places, operators and kinds (national_id_place, mobile_operator, economic_code) are
// left out: no rule of this product hangs on them. mod97_raw is the inside of the IBAN check, and cards are
// not searched for in free text (card_extract).
#include "shared/core/identifier.h"

#include "tests/shared/core/vectors.h"

using namespace nextgen;
using tests::Vector;

namespace {

std::string typed(const Vector& vector) {
    return vector.input.get<std::string>();
}

}  // namespace

class IdentifierTest : public QObject {
    Q_OBJECT

  private slots:
    void nationalIdsAreJudged_data() { tests::addVectorRows("national_id"); }
    void nationalIdsAreJudged() {
        QFETCH(Vector, vector);
        const auto id = identifier::readNationalId(typed(vector));
        QCOMPARE(id.has_value(), vector.expected.get<bool>());
        QVERIFY(!id || identifier::isNationalId(*id));
    }

    void nationalIdsAreBroughtToOneForm_data() { tests::addVectorRows("national_id_normalized"); }
    void nationalIdsAreBroughtToOneForm() {
        QFETCH(Vector, vector);
        QCOMPARE(identifier::readNationalId(typed(vector)),
                 std::optional(vector.expected.at("normalized").get<std::string>()));
    }

    void leadingZerosThatASpreadsheetDroppedComeBack() {
        QCOMPARE(identifier::readNationalId("68415941"), std::optional<std::string>("0068415941"));
    }

    void legalIdsAreJudged_data() { tests::addVectorRows("legal_id"); }
    void legalIdsAreJudged() {
        QFETCH(Vector, vector);
        QCOMPARE(identifier::readLegalId(typed(vector)).has_value(), vector.expected.get<bool>());
    }

    void aRightCheckDigitDoesNotSaveANumberOfZeros() {
        QVERIFY(!identifier::isNationalId("1230000003"));
        QVERIFY(!identifier::isNationalId("1111111111"));
        QVERIFY(!identifier::isLegalId("12300000007"));
    }

    void ibansAreJudged_data() { tests::addVectorRows("iban_ir"); }
    void ibansAreJudged() {
        QFETCH(Vector, vector);
        const auto iban = identifier::readIban(typed(vector));
        QCOMPARE(iban.has_value(), vector.expected.get<bool>());
        QVERIFY(!iban || identifier::isIban(*iban));
    }

    void ibansAreBroughtToOneForm_data() { tests::addVectorRows("iban_normalized"); }
    void ibansAreBroughtToOneForm() {
        QFETCH(Vector, vector);
        const auto expected = vector.expected.at("normalized").get<std::string>();
        QCOMPARE(identifier::readIban(typed(vector)), std::optional(expected));
        QCOMPARE(identifier::readIban("ir" + expected.substr(2)), std::optional(expected));
        QCOMPARE(identifier::readIban(expected.substr(2)), std::optional(expected));
    }

    void anIbanNamesItsBank_data() { tests::addVectorRows("iban_parts"); }
    void anIbanNamesItsBank() {
        QFETCH(Vector, vector);
        const std::string iban = identifier::readIban(typed(vector)).value();
        QCOMPARE(identifier::ibanBankCode(iban), vector.expected.at("bankCode").get<std::string>());
        QCOMPARE(iban.substr(2, 2), vector.expected.at("check").get<std::string>());
        QCOMPARE(iban.substr(4), vector.expected.at("bban").get<std::string>());
    }

    void banksAreKnownByTheirCode_data() { tests::addVectorRows("iban_bank_code"); }
    void banksAreKnownByTheirCode() {
        QFETCH(Vector, vector);
        const identifier::Bank* bank = identifier::bankByCode(typed(vector));
        QVERIFY(bank != nullptr);
        QCOMPARE(std::string(bank->persianName), vector.expected.get<std::string>());
    }

    void anUnknownBankDoesNotMakeAnIbanWrong() {
        QVERIFY(identifier::isIban("IR062960000000100324200001"));
        QVERIFY(identifier::bankByCode("296") == nullptr);
    }

    void theBankTableHoldsTogether() {
        std::set<std::string_view> codes;
        for (const identifier::Bank& bank : identifier::banks()) {
            QVERIFY(codes.insert(bank.code).second);
            QCOMPARE(bank.code.size(), std::size_t(3));
            QVERIFY(!bank.persianName.empty() && !bank.englishName.empty());
            const identifier::Bank* successor = identifier::bankByCode(bank.successor);
            QVERIFY(bank.successor.empty() || (successor != nullptr && successor->successor.empty()));
            const std::string_view code = bank.code == "090" ? "060" : bank.code;  // one bank, two codes
            QCOMPARE(identifier::bankByName(bank.persianName)->code, code);
            QCOMPARE(identifier::bankByName(bank.englishName)->code, code);
            QCOMPARE(identifier::bankByName(bank.code)->code, bank.code);
        }
    }

    void banksAreKnownByTheNamesPeopleWrite_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char* name, const char* code) {
            QTest::newRow(name) << QByteArray(name) << QByteArray(code);
        };
        row("ملت", "012");
        row("بانك ملت", "012");
        row("بانک\u200Cملت", "012");
        row("Bank Mellat", "012");
        row("MELLAT BANK", "012");
        row("ملی", "017");
        row("بانک ملی ایران", "017");
        row("بانك ملي", "017");
        row("Melli", "017");
        row("صادرات", "019");
        row("توسعه صادرات", "020");
        row("Bank Saderat", "019");
        row("پست بانک", "021");
        row("Post Bank", "021");
        row("Tejarat", "018");
        row("پارسیان", "054");
        row("Parsian", "054");
        row("Pasargad", "057");
        row("Saman", "056");
        row("آینده", "062");
        row("اینده", "062");
        row("مهر ایران", "060");
        row("قرض\u200Cالحسنه رسالت", "070");
        row("موسسه ملل", "075");
        row("مؤسسه اعتباری ملل", "075");
        row("017", "017");
        row("۱۷", "017");
    }
    void banksAreKnownByTheNamesPeopleWrite() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, code);
        const identifier::Bank* bank = identifier::bankByName(name.toStdString());
        QVERIFY(bank != nullptr);
        QCOMPARE(std::string(bank->code), code.toStdString());
    }

    void aNameThatFitsNoneOrSeveralBanksIsRefused() {
        for (const char* name : {"", "بانک", "bank", "توسعه", "مهر", "بانک تهران", "7", "999"}) {
            QVERIFY2(identifier::bankByName(name) == nullptr, name);
        }
    }

    void cardsAreJudged_data() { tests::addVectorRows("card_pan"); }
    void cardsAreJudged() {
        QFETCH(Vector, vector);
        const auto pan = identifier::readCardPan(typed(vector));
        QCOMPARE(pan.has_value(), vector.expected.at("valid").get<bool>());
        if (pan) {
            QCOMPARE(std::string(identifier::cardBankName(*pan)),
                     vector.expected.at("bank").get<std::string>());
        }
    }

    void cardsNameTheirBank_data() { tests::addVectorRows("card_bank_by_bin"); }
    void cardsNameTheirBank() {
        QFETCH(Vector, vector);
        const std::string expected = vector.expected.is_null() ? "" : vector.expected.get<std::string>();
        QCOMPARE(std::string(identifier::cardBankName(typed(vector))), expected);
    }

    void onlyMaskedCardsMayBeKept_data() { tests::addVectorRows("masked_pan"); }
    void onlyMaskedCardsMayBeKept() {
        QFETCH(Vector, vector);
        const std::string card = typed(vector);
        QCOMPARE(identifier::isMaskedCardPan(card), !vector.expected.contains("reject"));
        if (identifier::isMaskedCardPan(card)) {
            QCOMPARE(card.substr(0, 6), vector.expected.at("bin").get<std::string>());
            QCOMPARE(card.substr(card.size() - 4), vector.expected.at("last4").get<std::string>());
        }
    }

    void aCardIsMaskedBeforeItIsKept() {
        const std::string pan = identifier::readCardPan("5892-1010-7128-2236").value();
        QCOMPARE(identifier::maskedCardPan(pan), std::string("589210******2236"));
        QVERIFY(identifier::isMaskedCardPan(identifier::maskedCardPan(pan)));
    }

    void mobileNumbersAreRead_data() { tests::addVectorRows("mobile"); }
    void mobileNumbersAreRead() {
        QFETCH(Vector, vector);
        const auto number = identifier::readMobile(typed(vector));
        QCOMPARE(number.has_value(), vector.expected.at("valid").get<bool>());
        if (number) {
            QCOMPARE(*number, vector.expected.at("e164").get<std::string>());
        }
    }

    void mobileNumbersAreStoredInOneForm_data() { tests::addVectorRows("mobile_normalize"); }
    void mobileNumbersAreStoredInOneForm() {
        // The library writes any prefix that it is told to; here +98 is the stored one.
        QFETCH(Vector, vector);
        const auto number = identifier::readMobile(vector.input.at("number").get<std::string>());
        QVERIFY(number.has_value());
        QCOMPARE(vector.input.at("prefix").get<std::string>() + number->substr(3),
                 vector.expected.get<std::string>());
        QCOMPARE(identifier::readMobile(vector.expected.get<std::string>()), number);
    }

    void mobileNumbersKeepTheirOperatorsPrefix_data() { tests::addVectorRows("mobile_prefix"); }
    void mobileNumbersKeepTheirOperatorsPrefix() {
        QFETCH(Vector, vector);
        QCOMPARE(identifier::readMobile(typed(vector)).value().substr(3, 3),
                 vector.expected.get<std::string>());
    }

    void aCountryCodeIsNoOperator() {
        for (const char* number : {"09802002580", "9802002580", "+9809122002580", "+98 912 200 258"}) {
            QVERIFY2(!identifier::readMobile(number), number);
        }
    }

    void sayadIdsAreRead_data() { tests::addVectorRows("sayad_id_normalize"); }
    void sayadIdsAreRead() {
        QFETCH(Vector, vector);
        const auto expected =
            vector.expected.is_null() ? std::nullopt : std::optional(vector.expected.get<std::string>());
        QCOMPARE(identifier::readSayadId(typed(vector)), expected);
    }

    void aSayadIdInScientificNotationIsRefused() {
        QVERIFY(!identifier::readSayadId("1.23456789012346E+15"));
        QVERIFY(!identifier::isSayadId("۱۲۳۴۵۶۷۸۹۰۱۲۳۴۵۶"));
        QCOMPARE(identifier::readSayadId("\u202A0378-5915 0310–9044\u202C"),
                 std::optional<std::string>("0378591503109044"));
    }
};

QTEST_APPLESS_MAIN(IdentifierTest)
#include "identifier_test.moc"
