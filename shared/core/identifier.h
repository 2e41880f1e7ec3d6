#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Identifiers that Iranian paper carries. Each read…() takes what a person typed (digits of any script,
/// blanks, hyphens, ZWNJ, bidi marks) and gives the stored form in ASCII, or nullopt. is…() judges a stored
/// form. Sources: tests of persian-tools and its ports, national tables; see tests/data/README.md.
namespace nextgen::identifier {

/// کد ملی: 10 digits with a check digit; 8 and 9 digits are padded, since spreadsheets drop leading zeros.
std::optional<std::string> readNationalId(std::string_view text);
bool isNationalId(std::string_view digits);

/// شناسه ملی of a legal person: 11 digits with a check digit.
std::optional<std::string> readLegalId(std::string_view text);
bool isLegalId(std::string_view digits);

/// شبا: "IR" and 24 digits, ISO 13616 check; 24 bare digits get their IR.
std::optional<std::string> readIban(std::string_view text);
bool isIban(std::string_view iban);
/// The bank's three digits of a valid IBAN.
std::string ibanBankCode(std::string_view iban);

/// A payment card: 16 digits, Luhn, an Iranian issuer. Never stored in full: maskedCardPan is what may be
/// kept.
std::optional<std::string> readCardPan(std::string_view text);
bool isCardPan(std::string_view digits);
std::string maskedCardPan(std::string_view digits);  ///< 621986******9008
/// A masked card as gateways answer it: six digits, stars, four digits.
bool isMaskedCardPan(std::string_view text);

/// A mobile number, stored as +989xxxxxxxxx.
std::optional<std::string> readMobile(std::string_view text);

/// شناسه صیادی of a cheque leaf: 16 digits; there is no public check digit.
std::optional<std::string> readSayadId(std::string_view text);
bool isSayadId(std::string_view digits);

/// A bank by its three-digit code in IBANs.
struct Bank {
    std::string_view code;
    std::string_view persianName;
    std::string_view englishName;
    std::string_view successor;  ///< the code of the bank it was merged into; empty while it stands
};
const std::vector<Bank>& banks();
const Bank* bankByCode(std::string_view code);
/// By name as people write it ("ملت", "بانك ملت", "Bank Mellat"), or by its code; nullptr when none or more
/// than one fits. Of a bank with two codes, the first.
const Bank* bankByName(std::string_view name);
/// The bank that issued a card, by its first six digits; empty when unknown.
std::string_view cardBankName(std::string_view pan);

}  // namespace nextgen::identifier
