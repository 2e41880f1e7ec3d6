#include "shared/core/identifier.h"

#include "shared/core/text.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace nextgen::identifier {

namespace {

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool areDigits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), isDigit);
}

bool areAllAlike(std::string_view text) {
    return text.find_first_not_of(text.front()) == std::string_view::npos;
}

int digit(char c) {
    return c - '0';
}

/// The bytes of the mark at the front of text that only spaces an identifier out; 0 when there is none.
std::size_t spacing(std::string_view text) {
    const char c = text.front();
    if (static_cast<unsigned char>(c) < 0x80) {
        return c == ' ' || c == '-' || c == '\n' || c == '\r' ? 1 : 0;
    }
    for (const std::string_view mark : {"\u200C", "\u2010", "\u2011", "\u2012", "\u2013", "\u2212"}) {
        if (text.starts_with(mark)) {
            return mark.size();
        }
    }
    return 0;
}

/// What a person typed, with ASCII digits and without blanks, line breaks, hyphens, ZWNJ and bidi marks.
std::string compact(std::string_view typed) {
    const std::string cleaned = text::asciiDigits(text::cleaned(typed));
    std::string out;
    out.reserve(cleaned.size());
    std::string_view rest = cleaned;
    while (!rest.empty()) {
        const std::size_t skipped = spacing(rest);
        if (skipped == 0) {
            out += rest.front();
        }
        rest.remove_prefix(skipped == 0 ? 1 : skipped);
    }
    return out;
}

/// The remainder of a string of digits, of any length, divided by 97.
int modulo97(std::string_view digits) {
    int remainder = 0;
    for (const char c : digits) {
        remainder = (remainder * 10 + digit(c)) % 97;
    }
    return remainder;
}

bool passesLuhn(std::string_view digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const bool isDoubled = (digits.size() - i) % 2 == 0;
        const int value = digit(digits[i]) * (isDoubled ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

struct Issuer {
    std::string_view prefix;
    std::string_view bank;
};

// Cards outlive banks: a prefix keeps the name that stands on the card.
constexpr auto issuers = std::to_array<Issuer>({
    {"170019", "بانک ملی ایران"},
    {"207177", "بانک توسعه صادرات"},
    {"502229", "بانک پاسارگاد"},
    {"502806", "بانک شهر"},
    {"502908", "بانک توسعه تعاون"},
    {"502910", "بانک کارآفرین"},
    {"502938", "بانک دی"},
    {"504172", "بانک رسالت"},
    {"504706", "بانک شهر"},
    {"505416", "بانک گردشگری"},
    {"505426", "بانک گردشگری"},
    {"505785", "بانک ایران زمین"},
    {"505801", "موسسه کوثر"},
    {"507677", "موسسه مالی اعتباری نور"},
    {"585947", "بانک خاورمیانه"},
    {"585983", "بانک تجارت"},
    {"589210", "بانک سپه"},
    {"589463", "بانک رفاه کارگران"},
    {"603769", "بانک صادرات ایران"},
    {"603770", "بانک کشاورزی"},
    {"603799", "بانک ملی ایران"},
    {"606256", "موسسه اعتباری ملل"},
    {"606373", "بانک مهر ایران"},
    {"610433", "بانک ملت"},
    {"621986", "بانک سامان"},
    {"622106", "بانک پارسیان"},
    {"627353", "بانک تجارت"},
    {"627381", "بانک انصار"},
    {"627412", "بانک اقتصاد نوین"},
    {"627488", "بانک کارآفرین"},
    {"627648", "بانک توسعه صادرات"},
    {"627760", "پست بانک ایران"},
    {"627884", "بانک پارسیان"},
    {"627961", "بانک صنعت و معدن"},
    {"628023", "بانک مسکن"},
    {"628157", "موسسه اعتباری توسعه"},
    {"636214", "بانک آینده"},
    {"636795", "بانک مرکزی جمهوری اسلامی ایران"},
    {"636797", "بانک مرکزی ایران"},
    {"636949", "بانک حکمت ایرانیان"},
    {"639194", "بانک پارسیان"},
    {"639217", "بانک کشاورزی"},
    {"639346", "بانک سینا"},
    {"639347", "بانک پاسارگاد"},
    {"639370", "بانک قرض الحسنه مهر"},
    {"639599", "بانک قوامین"},
    {"639607", "بانک سرمایه"},
    {"903769", "بانک صادرات ایران"},
    {"991975", "بانک ملت"},
});

// How people shorten bank names. A shortening that fits several banks («توسعه») is left out.
struct Alias {
    std::string_view name;
    std::string_view code;
};
constexpr auto aliases = std::to_array<Alias>({
    {"مرکزی", "010"},
    {"مرکزی ایران", "010"},
    {"Markazi", "010"},
    {"CBI", "010"},
    {"Sanat va Madan", "011"},
    {"رفاه", "013"},
    {"Refah", "013"},
    {"Housing Bank", "014"},
    {"Agriculture Bank", "016"},
    {"Agricultural Bank", "016"},
    {"ملی", "017"},
    {"Melli", "017"},
    {"National Bank", "017"},
    {"تجارت ایران", "018"},
    {"صادرات", "019"},
    {"Saderat", "019"},
    {"توسعه صادرات ایران", "020"},
    {"Tosee Saderat", "020"},
    {"EDBI", "020"},
    {"پست", "021"},
    {"پست ایران", "021"},
    {"پست بانک", "021"},
    {"Post", "021"},
    {"Post Iran", "021"},
    {"Post Bank", "021"},
    {"Tosee Taavon", "022"},
    {"موسسه توسعه", "051"},
    {"Ghavamin", "052"},
    {"Qavamin", "052"},
    {"Eghtesad Novin", "055"},
    {"EN", "055"},
    {"Sarmaye", "058"},
    {"قرض الحسنه مهر ایران", "060"},
    {"قرض الحسنه مهر", "060"},
    {"Mehr Iran", "060"},
    {"Shahr", "061"},
    {"Ayande", "062"},
    {"Gardeshgari", "064"},
    {"حکمت", "065"},
    {"Hekmat", "065"},
    {"Dey", "066"},
    {"رسالت", "070"},
    {"Resalat", "070"},
    {"کوثر", "073"},
    {"موسسه کوثر", "073"},
    {"Kosar", "073"},
    {"ملل", "075"},
    {"موسسه ملل", "075"},
    {"Melal", "075"},
    {"Khavarmianeh", "078"},
    {"موسسه نور", "080"},
    {"نور", "080"},
    {"Noor", "080"},
    {"ایران ونزوئلا", "095"},
});

/// A bank's name as it is compared: folded, without the word بانک or bank at either end.
std::string bankKey(std::string_view name) {
    const std::string heading = text::headingKey(name);
    std::string_view key = heading;
    for (const std::string_view word : {"بانک", "bank"}) {
        if (key.starts_with(word)) {
            key.remove_prefix(word.size());
        } else if (key.ends_with(word)) {
            key.remove_suffix(word.size());
        }
    }
    return std::string(key);
}

std::unordered_map<std::string, const Bank*> banksByKey() {
    std::unordered_map<std::string, const Bank*> byKey;
    // The first of a name wins: Mehr Iran has two codes, and the first is the one in use.
    for (const Bank& bank : banks()) {
        byKey.emplace(bankKey(bank.persianName), &bank);
        byKey.emplace(bankKey(bank.englishName), &bank);
    }
    for (const Alias& alias : aliases) {
        byKey.emplace(bankKey(alias.name), bankByCode(alias.code));
    }
    return byKey;
}

}  // namespace

std::optional<std::string> readNationalId(std::string_view text) {
    std::string digits = compact(text);
    if (digits.size() == 8 || digits.size() == 9) {
        digits.insert(0, 10 - digits.size(), '0');
    }
    return isNationalId(digits) ? std::optional(digits) : std::nullopt;
}

bool isNationalId(std::string_view digits) {
    if (digits.size() != 10 || !areDigits(digits) || areAllAlike(digits) || digits.substr(3, 6) == "000000") {
        return false;
    }
    int sum = 0;
    for (int i = 0; i < 9; ++i) {
        sum += digit(digits[static_cast<std::size_t>(i)]) * (10 - i);
    }
    const int remainder = sum % 11;
    return digit(digits[9]) == (remainder < 2 ? remainder : 11 - remainder);
}

std::optional<std::string> readLegalId(std::string_view text) {
    std::string digits = compact(text);
    return isLegalId(digits) ? std::optional(digits) : std::nullopt;
}

bool isLegalId(std::string_view digits) {
    if (digits.size() != 11 || !areDigits(digits) || digits.substr(3, 6) == "000000") {
        return false;
    }
    constexpr std::array weights{29, 27, 23, 19, 17};
    const int shift = digit(digits[9]) + 2;
    int sum = 0;
    for (std::size_t i = 0; i < 10; ++i) {
        sum += (digit(digits[i]) + shift) * weights[i % weights.size()];
    }
    return digit(digits[10]) == sum % 11 % 10;
}

std::optional<std::string> readIban(std::string_view text) {
    std::string iban = compact(text);
    if (iban.size() == 24) {
        iban.insert(0, "IR");
    } else if (iban.size() == 26) {
        std::transform(iban.begin(), iban.begin() + 2, iban.begin(), [](char c) {
            return c == 'i' ? 'I' : c == 'r' ? 'R' : c;
        });
    }
    return isIban(iban) ? std::optional(iban) : std::nullopt;
}

bool isIban(std::string_view iban) {
    if (iban.size() != 26 || !iban.starts_with("IR") || !areDigits(iban.substr(2))) {
        return false;
    }
    // ISO 13616 moves "IR" and the check digits to the end; I is 18 and R is 27.
    return modulo97(std::string(iban.substr(4)) + "1827" + std::string(iban.substr(2, 2))) == 1;
}

std::string ibanBankCode(std::string_view iban) {
    return std::string(iban.substr(4, 3));
}

std::optional<std::string> readCardPan(std::string_view text) {
    std::string digits = compact(text);
    return isCardPan(digits) ? std::optional(digits) : std::nullopt;
}

bool isCardPan(std::string_view digits) {
    return digits.size() == 16 && areDigits(digits) && passesLuhn(digits) && !cardBankName(digits).empty();
}

std::string maskedCardPan(std::string_view digits) {
    return std::string(digits.substr(0, 6)) + "******" + std::string(digits.substr(12, 4));
}

bool isMaskedCardPan(std::string_view text) {
    return text.size() > 10 && areDigits(text.substr(0, 6)) && areDigits(text.substr(text.size() - 4)) &&
           text.substr(6, text.size() - 10).find_first_not_of('*') == std::string_view::npos;
}

std::optional<std::string> readMobile(std::string_view text) {
    const std::string number = compact(text);
    std::string_view national = number;
    for (const std::string_view prefix : {"+98", "0098", "98", "0"}) {
        if (national.starts_with(prefix)) {
            national.remove_prefix(prefix.size());
            break;
        }
    }
    // No operator has 98…: it is the country code, typed twice or into a number that lacks a digit.
    if (national.size() != 10 || !areDigits(national) || national[0] != '9' || national[1] == '8') {
        return std::nullopt;
    }
    return "+98" + std::string(national);
}

std::optional<std::string> readSayadId(std::string_view text) {
    std::string digits = compact(text);
    return isSayadId(digits) ? std::optional(digits) : std::nullopt;
}

bool isSayadId(std::string_view digits) {
    return digits.size() == 16 && areDigits(digits);
}

const std::vector<Bank>& banks() {
    static const std::vector<Bank> all{
        {"010", "بانک مرکزی جمهوری اسلامی ایران", "Central Bank of Iran", ""},
        {"011", "بانک صنعت و معدن", "Bank of Industry and Mine", ""},
        {"012", "بانک ملت", "Bank Mellat", ""},
        {"013", "بانک رفاه کارگران", "Refah Kargaran Bank", ""},
        {"014", "بانک مسکن", "Bank Maskan", ""},
        {"015", "بانک سپه", "Bank Sepah", ""},
        {"016", "بانک کشاورزی", "Bank Keshavarzi", ""},
        {"017", "بانک ملی ایران", "Bank Melli Iran", ""},
        {"018", "بانک تجارت", "Bank Tejarat", ""},
        {"019", "بانک صادرات ایران", "Bank Saderat Iran", ""},
        {"020", "بانک توسعه صادرات", "Export Development Bank of Iran", ""},
        {"021", "پست بانک ایران", "Post Bank of Iran", ""},
        {"022", "بانک توسعه تعاون", "Cooperative Development Bank", ""},
        {"051", "موسسه اعتباری توسعه", "Tosee Credit Institution", ""},
        {"052", "بانک قوامین", "Ghavamin Bank", "015"},
        {"053", "بانک کارآفرین", "Karafarin Bank", ""},
        {"054", "بانک پارسیان", "Parsian Bank", ""},
        {"055", "بانک اقتصاد نوین", "Eghtesad Novin Bank", ""},
        {"056", "بانک سامان", "Saman Bank", ""},
        {"057", "بانک پاسارگاد", "Bank Pasargad", ""},
        {"058", "بانک سرمایه", "Sarmayeh Bank", ""},
        {"059", "بانک سینا", "Sina Bank", ""},
        {"060", "بانک مهر ایران", "Mehr Iran Bank", ""},
        {"061", "بانک شهر", "City Bank", ""},
        {"062", "بانک آینده", "Ayandeh Bank", "017"},
        {"063", "بانک انصار", "Ansar Bank", "015"},
        {"064", "بانک گردشگری", "Tourism Bank", ""},
        {"065", "بانک حکمت ایرانیان", "Hekmat Iranian Bank", "015"},
        {"066", "بانک دی", "Day Bank", ""},
        {"069", "بانک ایران زمین", "Iran Zamin Bank", ""},
        {"070", "بانک قرض الحسنه رسالت", "Resalat Qard al-Hasan Bank", ""},
        {"073", "موسسه اعتباری کوثر", "Kosar Credit Institution", "015"},
        {"075", "موسسه اعتباری ملل", "Melal Credit Institution", ""},
        {"078", "بانک خاورمیانه", "Middle East Bank", ""},
        {"079", "بانک مهر اقتصاد", "Mehr Eghtesad Bank", "015"},
        {"080", "موسسه اعتباری نور", "Noor Credit Institution", ""},
        {"090", "بانک مهر ایران", "Mehr Iran Bank", ""},
        {"095", "بانک ایران و ونزوئلا", "Iran-Venezuela Bank", ""},
    };
    return all;
}

const Bank* bankByCode(std::string_view code) {
    const auto bank =
        std::find_if(banks().begin(), banks().end(), [&](const Bank& b) { return b.code == code; });
    return bank == banks().end() ? nullptr : &*bank;
}

const Bank* bankByName(std::string_view name) {
    static const auto byKey = banksByKey();
    const std::string key = bankKey(name);
    if (const auto bank = byKey.find(key); bank != byKey.end()) {
        return bank->second;
    }
    // Before IBANs the codes had two digits.
    return bankByCode(key.size() == 2 ? "0" + key : key);
}

std::string_view cardBankName(std::string_view pan) {
    const std::string_view prefix = pan.substr(0, 6);
    const auto issuer =
        std::find_if(issuers.begin(), issuers.end(), [&](const Issuer& i) { return i.prefix == prefix; });
    return issuer == issuers.end() ? std::string_view() : issuer->bank;
}

}  // namespace nextgen::identifier
