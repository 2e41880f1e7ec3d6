#include "shared/cheque_import/interpret.h"

#include "shared/cheque/cheque.h"
#include "shared/core/identifier.h"
#include "shared/core/jalali.h"
#include "shared/core/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace nextgen::cheque_import {

namespace {

using namespace std::string_view_literals;
using workbook::CellKind;

constexpr std::size_t dealerCharactersMax = 200;

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool areDigits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

bool hasDigit(std::string_view text) {
    const std::string ascii = text::asciiDigits(text);
    return std::any_of(ascii.begin(), ascii.end(), isDigit);
}

/// Takes the first of the words that text begins with; empty when there is none.
std::string_view takeFront(std::string_view& text, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
        if (text.starts_with(word)) {
            text.remove_prefix(word.size());
            return word;
        }
    }
    return {};
}

bool takeBack(std::string_view& text, std::string_view word) {
    if (!text.ends_with(word)) {
        return false;
    }
    text.remove_suffix(word.size());
    return true;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) {
        text.remove_prefix(1);
    }
    while (text.ends_with(' ')) {
        text.remove_suffix(1);
    }
    return text;
}

/// On one line, blanks squeezed.
std::string oneLine(std::string_view text) {
    std::string line;
    line.reserve(text.size());
    for (const char c : text) {
        const bool isBlank = c == ' ' || c == '\n' || c == '\r';
        if (!isBlank) {
            line += c;
        } else if (!line.ends_with(' ')) {
            line += ' ';
        }
    }
    return line;
}

/// Without the marks that people put between the digits of an id.
std::string withoutSeparators(std::string_view text) {
    if (areDigits(text)) {
        return std::string(text);
    }
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        if (takeFront(text, {" ",      "-", ".", "/", "_", ",", "'", "\"", "\n", "\r", "\u200C",
                             "\u200B", "٬", "٫", "،", "ـ", "–", "—", "‑",  "‐",  "−"})
                .empty()) {
            out += text.front();
            text.remove_prefix(1);
        }
    }
    return out;
}

/// "8.75988E+15", which is what Excel leaves of an id when it writes or copies it as text.
bool isExponentForm(std::string_view ascii) {
    const std::size_t mark = std::min(ascii.find_first_of("eE"), ascii.size());
    std::string_view exponent = ascii.substr(std::min(mark + 1, ascii.size()));
    takeFront(exponent, {"+", "-"});
    return areDigits(withoutSeparators(ascii.substr(0, mark))) && areDigits(exponent);
}

/// A dash that stands for nothing.
bool isDash(std::string_view text) {
    if (text.empty()) {
        return false;
    }
    while (!text.empty()) {
        if (takeFront(text, {"-", "–", "—", "−", "ـ", "_", " "}).empty()) {
            return false;
        }
    }
    return true;
}

/// A number as people write amounts, its digits apart from its fraction's.
struct WrittenNumber {
    std::string digits;
    std::string fraction;
    bool isNegative = false;
    bool hasSeparators = false;
    bool hasOnlyAsciiSeparators = true;  ///< as a program writes them: 1,234,567.00
};

/// Groups are of three digits with the same mark between them: 1,5 is refused, since nobody knows what it
/// means. A point before three last digits groups them, unless another mark groups the rest.
std::optional<WrittenNumber> writtenNumber(std::string_view text, bool pointIsDecimal) {
    WrittenNumber number;
    text = trimmed(text);
    if (text.starts_with('(') && text.ends_with(')')) {
        number.isNegative = true;
        text = trimmed(text.substr(1, text.size() - 2));
    }
    const std::string_view sign = takeFront(text, {"-", "−", "+"});
    number.isNegative = number.isNegative || (!sign.empty() && sign != "+");
    number.isNegative = takeBack(text, "-") || takeBack(text, "−") || number.isNegative;
    text = trimmed(text);

    std::vector<std::string_view> runs;
    std::vector<std::string_view> marks;
    while (true) {
        std::size_t length = 0;
        while (length < text.size() && isDigit(text[length])) {
            ++length;
        }
        if (length == 0) {
            return std::nullopt;
        }
        runs.push_back(text.substr(0, length));
        text.remove_prefix(length);
        if (text.empty()) {
            break;
        }
        const bool hasBlank = text.starts_with(' ');
        text = trimmed(text);
        const std::string_view mark = takeFront(text, {",", "٬", "،", "'", "’", "_", ".", "٫", "/", "·"});
        if (mark.empty() && !hasBlank) {
            return std::nullopt;
        }
        marks.push_back(mark.empty() ? " "sv : mark);
        text = trimmed(text);
    }
    number.hasSeparators = !marks.empty();
    number.hasOnlyAsciiSeparators = std::all_of(
        marks.begin(), marks.end(), [](std::string_view mark) { return mark == "," || mark == "."; });
    if (!marks.empty() && (marks.back() == "." || marks.back() == "٫" || marks.back() == "/")) {
        const bool isOtherMark = marks.size() > 1 && marks[marks.size() - 2] != marks.back();
        if (pointIsDecimal || isOtherMark || runs.back().size() != 3) {
            number.fraction = runs.back();
            runs.pop_back();
            marks.pop_back();
        }
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const bool isGroup = i == 0 ? runs[0].size() <= 3 && !runs[0].starts_with('0') : runs[i].size() == 3;
        if (runs.size() > 1 && (!isGroup || marks[0] != marks[std::max<std::size_t>(i, 1) - 1])) {
            return std::nullopt;
        }
        number.digits += runs[i];
    }
    number.digits.erase(0, std::min(number.digits.find_first_not_of('0'), number.digits.size() - 1));
    number.fraction.erase(number.fraction.find_last_not_of('0') + 1);
    return number;
}

std::optional<Money> moneyOf(const WrittenNumber& number, AmountUnit unit) {
    std::int64_t whole = 0;
    const char* end = number.digits.data() + number.digits.size();
    const auto read = std::from_chars(number.digits.data(), end, whole);
    if (read.ec != std::errc{} || number.fraction.size() > (unit == AmountUnit::Toman ? 1U : 0U)) {
        return std::nullopt;
    }
    auto amount = unit == AmountUnit::Toman ? Money::fromTomans(whole) : Money::fromRials(whole);
    if (amount && !number.fraction.empty()) {
        amount = Money::fromRials(amount->rials() + (number.fraction[0] - '0'));
    }
    if (!amount) {
        return std::nullopt;
    }
    return number.isNegative ? -*amount : *amount;
}

/// Takes the unit that a cell names before or behind its amount.
std::optional<AmountUnit> takeUnit(std::string& text) {
    struct Unit {
        std::string_view word;
        AmountUnit unit;
    };
    std::string lower = text::persianLetters(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    std::string_view rest = trimmed(lower);
    for (const Unit& candidate : std::initializer_list<Unit>{{"ریال", AmountUnit::Rial},
                                                             {"\uFDFC", AmountUnit::Rial},
                                                             {"rials", AmountUnit::Rial},
                                                             {"rial", AmountUnit::Rial},
                                                             {"irr", AmountUnit::Rial},
                                                             {"تومان", AmountUnit::Toman},
                                                             {"تومن", AmountUnit::Toman},
                                                             {"tomans", AmountUnit::Toman},
                                                             {"toman", AmountUnit::Toman},
                                                             {"irt", AmountUnit::Toman}}) {
        if (takeBack(rest, candidate.word) || !takeFront(rest, {candidate.word}).empty()) {
            text = trimmed(rest);
            return candidate.unit;
        }
    }
    return std::nullopt;
}

/// Takes a time of day off the end of a date: " 00:00:00", "T12:30".
bool takeTime(std::string& text) {
    const std::size_t colon = text.find(':');
    const std::size_t begin = colon == std::string::npos ? colon : text.find_last_of(" T", colon);
    if (begin == std::string::npos ||
        text.find_first_not_of("0123456789:. ", begin + 1) != std::string::npos) {
        return false;
    }
    text.resize(begin);
    return true;
}

/// yyyy/m/d or yyyy-m-d: the way to write a date.
bool isUsualDate(std::string_view ascii) {
    const std::size_t first = ascii.find_first_not_of("0123456789");
    const std::size_t second =
        first == std::string_view::npos ? first : ascii.find_first_not_of("0123456789", first + 1);
    return first == 4 && second != std::string_view::npos && (ascii[first] == '/' || ascii[first] == '-') &&
           ascii[first] == ascii[second] && areDigits(ascii.substr(second + 1));
}

std::optional<Date> dateOfSerialText(std::string_view text) {
    constexpr double serialMin = 18'264;  // 1950: below it, it is some other number
    constexpr double serialMax = 73'051;  // 2100
    double serial = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), serial);
    if (failure != std::errc{} || end != text.data() + text.size() || serial < serialMin ||
        serial >= serialMax) {
        return std::nullopt;
    }
    return workbook::dateOfSerial(serial, false);
}

/// How many characters a cheque's field takes.
std::size_t charactersMax(std::string_view field) {
    for (const describe::FieldInfo& info : describe::fieldsOf<cheque::Cheque>()) {
        if (info.name == field) {
            return info.textMax;
        }
    }
    return dealerCharactersMax;
}

const RowCell* cellOf(const SheetLayout& layout, const std::vector<RowCell>& cells, Column column) {
    for (const SheetColumn& candidate : layout.columns) {
        if (candidate.field == column) {
            const auto found = std::find_if(cells.begin(), cells.end(), [&](const RowCell& cell) {
                return cell.column == candidate.index;
            });
            return found == cells.end() ? nullptr : &*found;
        }
    }
    return nullptr;
}

class Interpreter {
  public:
    Interpreter(const SheetLayout& layout, const Corrections& corrections, Date today, ImportRow& row)
        : m_layout(layout), m_corrections(corrections), m_today(today), m_row(row), m_values(row.values) {}

    void run() {
        amount();
        dueOn();
        bankAndAccount();
        leaf();
        sayadId();
        drawer();
        text(Column::Dealer, "dealer", m_values.dealer);
        text(Column::Description, "description", m_values.description);
        std::sort(m_row.errors.begin(), m_row.errors.end(),
                  [](const RowError& a, const RowError& b) { return a.column < b.column; });
        m_row.state = m_row.errors.empty() ? RowState::Ready : RowState::Failed;
    }

  private:
    /// What stands for a column, cleaned of what nobody sees or means.
    struct Source {
        Column column;
        CellKind kind = CellKind::Empty;
        std::string text{};
        std::string before{};
        bool isTyped = false;
        std::vector<RepairCode> repairs{};

        bool isEmpty() const { return text.empty(); }
        bool isUnreadable() const {
            return kind == CellKind::Boolean || kind == CellKind::Error || kind == CellKind::Date;
        }
        /// A number by its cell's kind, or digits of a file that has no kinds.
        bool isNumeric() const {
            return kind == CellKind::Number || (kind == CellKind::Untyped && areDigits(text));
        }
        void repaired(RepairCode code) {
            if (std::find(repairs.begin(), repairs.end(), code) == repairs.end()) {
                repairs.push_back(code);
            }
        }
        /// The text with ASCII digits.
        std::string ascii() {
            std::string digits = text::asciiDigits(text);
            if (digits != text) {
                repaired(RepairCode::DigitsConverted);
            }
            return digits;
        }
        std::string letters() {
            std::string line = oneLine(text);
            std::string letters = text::persianLetters(line);
            if (letters != line) {
                repaired(RepairCode::LettersConverted);
            }
            return letters;
        }
        /// The ASCII digits of an id without what separates them.
        std::string compact() {
            const std::string digits = ascii();
            std::string compacted = withoutSeparators(digits);
            if (compacted.size() != digits.size()) {
                repaired(RepairCode::SeparatorsRemoved);
            }
            return compacted;
        }
    };

    /// Whether a column's text is judged, not only kept.
    static bool isJudged(Column column) {
        return column == Column::SayadId || column == Column::Amount || column == Column::DueOn ||
               column == Column::Iban || column == Column::DrawerNationalId;
    }

    Source take(Column column) const {
        Source source{column};
        if (const auto typed = m_corrections.find(column); typed != m_corrections.end()) {
            source.isTyped = true;
            source.kind = CellKind::Text;
            source.text = text::cleaned(typed->second);
        } else if (const RowCell* cell = cellOf(m_layout, m_row.cells, column)) {
            source.kind = cell->kind;
            source.before = cell->text;
            // A failed look-up says nothing; where a value must be read, it is no value.
            const bool isNothing = cell->kind == CellKind::Error && !isJudged(column);
            source.text = isNothing ? std::string() : text::cleaned(cell->text);
        }
        if (source.kind == CellKind::Text || source.kind == CellKind::Untyped) {
            std::string_view rest = source.text;
            if (rest.size() > 3 && rest.starts_with("=\"") && rest.ends_with('"')) {
                rest = rest.substr(2, rest.size() - 3);
                source.repaired(RepairCode::TextMarkRemoved);
            } else if (rest.starts_with('\'')) {
                rest.remove_prefix(1);
                source.repaired(RepairCode::TextMarkRemoved);
            }
            source.text = isDash(rest) ? std::string() : std::string(trimmed(rest));
        }
        return source;
    }

    void refuse(ErrorCode code, Column column,
                std::vector<std::pair<std::string, std::string>> arguments = {}) {
        m_row.errors.push_back({code, column, std::move(arguments)});
    }

    /// Notes the repairs that led to a value.
    void understood(const Source& source, const std::string& after) {
        if (source.isTyped) {
            return;
        }
        for (const RepairCode code : source.repairs) {
            m_row.repairs.push_back({code, source.column, source.before, after});
        }
    }

    void sayadId() {
        Source source = take(Column::SayadId);
        if (source.isEmpty()) {
            if (m_values.bankCode.empty() || m_values.series.empty() || m_values.serial.empty()) {
                refuse(ErrorCode::SayadIdMissing, Column::SayadId);
            }
            return;
        }
        std::string digits = source.kind == CellKind::Number ? source.text : source.compact();
        if (source.kind != CellKind::Number && isExponentForm(source.ascii())) {
            refuse(ErrorCode::SayadIdPrecisionLost, Column::SayadId);
            return;
        }
        if (digits.size() == 15 && areDigits(digits) && source.isNumeric()) {
            digits.insert(0, 1, '0');
            source.repaired(RepairCode::SayadIdPadded);
        }
        if (source.isUnreadable() || !identifier::isSayadId(digits)) {
            refuse(ErrorCode::SayadIdInvalid, Column::SayadId);
        } else if (source.kind == CellKind::Number && digits.ends_with('0') &&
                   source.text.size() == digits.size()) {
            refuse(ErrorCode::SayadIdPrecisionLost, Column::SayadId);
        } else {
            m_values.sayadId = digits;
            understood(source, digits);
        }
    }

    void amount() {
        Source source = take(Column::Amount);
        if (source.isEmpty()) {
            refuse(ErrorCode::AmountMissing, Column::Amount);
            return;
        }
        AmountUnit unit = source.isTyped ? AmountUnit::Rial : m_layout.amountUnit;
        std::string written = source.kind == CellKind::Number ? source.text : source.ascii();
        if (source.kind != CellKind::Number) {
            if (const auto named = takeUnit(written)) {
                unit = *named;
                source.repaired(RepairCode::AmountUnitRead);
            }
        }
        const auto number =
            source.isUnreadable() ? std::nullopt : writtenNumber(written, source.kind == CellKind::Number);
        const auto money = number ? moneyOf(*number, unit) : std::nullopt;
        if (!money) {
            refuse(ErrorCode::AmountInvalid, Column::Amount);
        } else if (money->isZero() || money->isNegative()) {
            refuse(ErrorCode::AmountNotPositive, Column::Amount);
        } else {
            // In a .csv, commas between thousands are how a program writes a number.
            if (source.kind != CellKind::Number && number->hasSeparators &&
                !(source.kind == CellKind::Untyped && number->hasOnlyAsciiSeparators)) {
                source.repaired(RepairCode::SeparatorsRemoved);
            }
            m_values.amount = *money;
            understood(source, std::to_string(money->rials()));
        }
    }

    void dueOn() {
        Source source = take(Column::DueOn);
        if (source.isEmpty()) {
            refuse(ErrorCode::DueOnMissing, Column::DueOn);
            return;
        }
        const auto date = dateOf(source);
        if (!date) {
            refuse(ErrorCode::DueOnInvalid, Column::DueOn);
            return;
        }
        const auto& repairs = source.repairs;
        constexpr int fiveYears = 1826;
        if (std::find(repairs.begin(), repairs.end(), RepairCode::TwoDigitYearCompleted) != repairs.end() &&
            std::abs(m_today.daysUntil(*date)) > fiveYears) {
            refuse(ErrorCode::DueOnFarAway, Column::DueOn);
            return;
        }
        m_values.dueOn = *date;
        understood(source, date->toString());
    }

    static std::optional<Date> dateOf(Source& source) {
        if (source.kind == CellKind::Date) {
            return Date::parse(source.text);
        }
        if (source.isUnreadable()) {
            return std::nullopt;
        }
        std::string written = source.ascii();
        if (source.isNumeric()) {
            if (const auto date = dateOfSerialText(written)) {
                source.repaired(RepairCode::DateFromSerial);
                return date;
            }
        }
        const bool hadTime = takeTime(written);
        const auto read = readDate(written);
        if (!read) {
            return std::nullopt;
        }
        if (read->style == DateStyle::JalaliTwoDigitYear) {
            source.repaired(RepairCode::TwoDigitYearCompleted);
        } else if (read->style == DateStyle::JalaliCompact || read->style == DateStyle::GregorianCompact) {
            source.repaired(RepairCode::CompactDateSplit);
        } else if (hadTime || !isUsualDate(written)) {
            source.repaired(RepairCode::DateRewritten);
        }
        return read->date;
    }

    void bankAndAccount() {
        Source source = take(Column::Bank);
        m_values.bankName = source.letters();
        const identifier::Bank* bank = identifier::bankByName(m_values.bankName);
        if (bank != nullptr && !hasLetter(m_values.bankName)) {
            m_values.bankName = bank->persianName;  // it was a code
            source.ascii();
        }
        keep(source, "bank_name", m_values.bankName);

        iban(take(Column::Iban));
        Source account = take(Column::AccountNumber);
        const std::string digits = text::asciiDigits(account.text);
        const bool isIban =
            digits.starts_with("IR") || digits.starts_with("ir") || identifier::readIban(digits);
        if (isIban && m_values.iban.empty()) {
            iban(std::move(account));
        } else {
            m_values.accountNumber = oneLine(account.ascii());
            keep(account, "account_number", m_values.accountNumber);
        }

        if (bank == nullptr && !m_values.iban.empty()) {
            bank = identifier::bankByCode(identifier::ibanBankCode(m_values.iban));
        }
        if (bank != nullptr) {
            m_values.bankCode = bank->code;
            if (m_values.bankName.empty()) {
                m_values.bankName = bank->persianName;
            }
        }
        text(Column::Branch, "branch", m_values.branch, true);
    }

    static bool hasLetter(std::string_view text) {
        const std::string key = text::headingKey(text);
        return !key.empty() && !areDigits(key);
    }

    void iban(Source source) {
        if (source.isEmpty()) {
            return;
        }
        const auto read = source.isUnreadable() ? std::nullopt : identifier::readIban(source.text);
        if (!read) {
            refuse(ErrorCode::IbanInvalid, source.column);
            return;
        }
        const std::string compacted = source.compact();
        if (compacted.size() != read->size()) {
            source.repaired(RepairCode::IbanPrefixAdded);
        }
        m_values.iban = *read;
        understood(source, *read);
    }

    /// Series and serial, which an older leaf is known by.
    void leaf() {
        text(Column::Series, "series", m_values.series, true);
        Source source = take(Column::Serial);
        std::string serial = source.letters();
        if (text::asciiDigits(serial) != serial) {
            source.repaired(RepairCode::DigitsConverted);
            serial = text::asciiDigits(serial);
        }
        const std::size_t slash = serial.find('/');
        const std::string compacted = withoutSeparators(serial);
        if (slash == std::string::npos && areDigits(compacted) && compacted != serial) {
            serial = compacted;
            source.repaired(RepairCode::SeparatorsRemoved);
        } else if (slash != std::string::npos && m_values.series.empty()) {
            constexpr std::size_t serialDigitsMin = 5;
            const std::string before(trimmed(std::string_view(serial).substr(0, slash)));
            const std::string after(trimmed(std::string_view(serial).substr(slash + 1)));
            const auto isSerial = [](std::string_view part) {
                return areDigits(part) && part.size() >= serialDigitsMin;
            };
            if (isSerial(before) != isSerial(after) && !before.empty() && !after.empty()) {
                m_values.series = isSerial(before) ? after : before;
                serial = isSerial(before) ? before : after;
                source.repaired(RepairCode::SeriesSplit);
            }
        }
        m_values.serial = serial;
        keep(source, "serial", m_values.serial);
    }

    void drawer() {
        text(Column::DrawerName, "drawer_name", m_values.drawerName);
        Source source = take(Column::DrawerNationalId);
        if (source.isEmpty()) {
            return;
        }
        const std::string digits = source.compact();
        auto id = identifier::readLegalId(digits);
        if (!id) {
            id = identifier::readNationalId(digits);
            if (id && id->size() != digits.size()) {
                source.repaired(RepairCode::NationalIdPadded);
            }
        }
        if (source.isUnreadable() || !id) {
            refuse(ErrorCode::DrawerIdInvalid, Column::DrawerNationalId);
            return;
        }
        m_values.drawerNationalId = *id;
        understood(source, *id);
    }

    void text(Column column, std::string_view field, std::string& value, bool isCode = false) {
        Source source = take(column);
        value = source.letters();
        if (isCode && text::asciiDigits(value) != value) {
            source.repaired(RepairCode::DigitsConverted);
            value = text::asciiDigits(value);
        }
        keep(source, field, value);
    }

    /// Takes a text as a value when it fits.
    void keep(const Source& source, std::string_view field, std::string& value) {
        const std::size_t limit = charactersMax(field);
        if (text::length(value) > limit) {
            refuse(ErrorCode::FieldTooLong, source.column, {{"limit", std::to_string(limit)}});
            value = text::shortened(value, limit);
        } else {
            understood(source, value);
        }
    }

    const SheetLayout& m_layout;
    const Corrections& m_corrections;
    Date m_today;
    ImportRow& m_row;
    RowValues& m_values;
};

bool isText(const RowCell& cell) {
    return cell.kind == CellKind::Text || cell.kind == CellKind::Untyped;
}

bool isTotal(const RowCell& cell) {
    if (!isText(cell)) {
        return false;
    }
    const std::string words = text::searchKey(cell.text);
    const std::string first = text::headingKey(std::string_view(words).substr(0, words.find(' ')));
    for (const std::string_view word :
         {"جمع"sv, "جمعکل"sv, "مجموع"sv, "سرجمع"sv, "total"sv, "subtotal"sv, "sum"sv}) {
        if (first == word) {
            return true;
        }
    }
    return words.starts_with("grand total");
}

}  // namespace

std::vector<RowCell> rowCells(const workbook::Row& row) {
    std::vector<RowCell> cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!row.cells[i].isEmpty()) {
            cells.push_back({static_cast<std::uint32_t>(i), row.cells[i].kind, row.cells[i].text});
        }
    }
    return cells;
}

bool isPassedOver(const SheetLayout& layout, const std::vector<RowCell>& cells) {
    const auto says = [&](Column column) {
        const RowCell* cell = cellOf(layout, cells, column);
        return cell != nullptr && hasDigit(cell->text);
    };
    if (cells.empty()) {
        return true;
    }
    const bool isAlone = cells.size() == 1;
    if (isAlone && isText(cells.front()) && !areDigits(text::headingKey(cells.front().text))) {
        return true;
    }
    if (isAlone && cellOf(layout, cells, Column::Amount) != nullptr) {
        return true;
    }
    if (says(Column::SayadId) || says(Column::DueOn)) {
        return false;
    }
    if (std::any_of(cells.begin(), cells.end(), isTotal)) {
        return true;
    }
    const auto isHeading = [&](Column column) {
        const RowCell* cell = cellOf(layout, cells, column);
        const auto heading = cell != nullptr ? headingOf(text::cleaned(cell->text)) : std::nullopt;
        return heading && heading->column == column;
    };
    if (isHeading(Column::Amount) && isHeading(Column::DueOn)) {
        return true;
    }
    if (says(Column::Amount) || says(Column::Serial)) {
        return false;
    }
    const auto imported =
        std::count_if(layout.columns.begin(), layout.columns.end(), [&](const SheetColumn& column) {
            return column.field && isImported(*column.field) &&
                   std::any_of(cells.begin(), cells.end(),
                               [&](const RowCell& cell) { return cell.column == column.index; });
        });
    return imported <= 1;
}

ImportRow interpret(const SheetLayout& layout, std::uint32_t row, std::vector<RowCell> cells,
                    const Corrections& corrections, Date today) {
    ImportRow result;
    result.row = row;
    result.cells = std::move(cells);
    Interpreter(layout, corrections, today, result).run();
    return result;
}

}  // namespace nextgen::cheque_import
