#include "shared/cheque_import/columns.h"

#include "shared/core/text.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_map>

namespace nextgen::cheque_import {

namespace {

/// Of a heading that is kept: it is shown and stored.
constexpr std::size_t headerCharactersMax = 100;

// In the order of the enumeration: columnName() and columnTitle() index it.
constexpr auto texts = std::to_array<ColumnText>({
    {Column::SayadId, "sayad_id", "Sayad id", "شناسهٔ صیادی"},
    {Column::Amount, "amount", "Amount", "مبلغ"},
    {Column::DueOn, "due_on", "Due date", "تاریخ سررسید"},
    {Column::Bank, "bank", "Bank", "بانک"},
    {Column::Branch, "branch", "Branch", "شعبه"},
    {Column::AccountNumber, "account_number", "Account number", "شمارهٔ حساب"},
    {Column::Iban, "iban", "IBAN", "شبا"},
    {Column::Series, "series", "Series", "سری"},
    {Column::Serial, "serial", "Serial", "سریال"},
    {Column::DrawerName, "drawer_name", "Drawer", "صادرکننده"},
    {Column::DrawerNationalId, "drawer_national_id", "Drawer's national id", "شناسهٔ ملی صادرکننده"},
    {Column::Dealer, "dealer", "Dealer", "نماینده"},
    {Column::Description, "description", "Description", "شرح"},
    {Column::RowNumber, "row_number", "Row", "ردیف"},
    {Column::AmountInWords, "amount_in_words", "Amount in words", "مبلغ به حروف"},
    {Column::IssuedOn, "issued_on", "Issue date", "تاریخ صدور"},
    {Column::ReceivedOn, "received_on", "Received on", "تاریخ دریافت"},
    {Column::Status, "status", "Status", "وضعیت"},
    {Column::Kind, "kind", "Kind", "نوع چک"},
    {Column::Payee, "payee", "Payee", "در وجه"},
    {Column::DocumentNumber, "document_number", "Document number", "شمارهٔ سند"},
    {Column::Reason, "reason", "Reason", "علت"},
});

constexpr bool isInOrder() {
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].column != static_cast<Column>(i)) {
            return false;
        }
    }
    return texts.back().column == Column::Reason;
}
static_assert(isInOrder(), "the table follows the enumeration, one line each");

struct Spelling {
    Column column;
    int certainty;
    std::initializer_list<std::string_view> headings;
};

/// Whole headings. Compared as text::headingKey(), without the unit of an amount.
const std::initializer_list<Spelling> spellings{
    {Column::SayadId,
     3,
     {"شناسه صیادی",  "شناسه صیاد", "شماره صیادی", "شماره صیاد",      "کد صیادی",      "کد صیاد",
      "ش صیادی",      "ش صیاد",     "شناسه یکتا",  "شناسه یکتای چک",  "شناسه ۱۶ رقمی", "شناسه شانزده رقمی",
      "شناسه چک",     "صیادی",      "صیاد",        "Sayad ID",        "Sayad",         "Sayad No",
      "Sayad Number", "Sayad Code", "Sayadi",      "Sayad identifier"}},
    {Column::Amount,
     3,
     {"مبلغ", "مبلغ چک", "مبلغ هر چک", "مبلغ سند", "مبلغ به عدد", "مبلغ عددی", "Amount", "Sum",
      "Cheque Amount", "Check Amount", "Value"}},
    {Column::DueOn,
     3,
     {"تاریخ سررسید", "سررسید", "سر رسید", "تاریخ سر رسید", "ت سررسید", "سررسید چک", "تاریخ سررسید چک",
      "Due Date", "Due", "Due On", "Maturity", "Maturity Date"}},
    {Column::Bank,
     3,
     {"بانک", "نام بانک", "بانک عامل", "بانک صادرکننده", "عهده بانک", "بانک عهده", "کد بانک", "Bank",
      "Bank Name", "Bank Code", "Drawee Bank"}},
    {Column::Branch, 3, {"شعبه", "نام شعبه", "کد شعبه", "شعبه بانک", "Branch", "Branch Name", "Branch Code"}},
    {Column::AccountNumber,
     3,
     {"شماره حساب", "ش حساب", "حساب", "شماره حساب/شبا", "شماره حساب یا شبا", "شماره حساب صادرکننده",
      "شماره حساب جاری", "جاری", "Account", "Account Number", "Account No", "Acc No", "Account/IBAN"}},
    {Column::Iban, 3, {"شبا", "شماره شبا", "کد شبا", "ش شبا", "IBAN", "Sheba", "Shaba"}},
    {Column::Series, 3, {"سری", "سری چک", "سری حروفی", "Series", "Seri"}},
    {Column::Serial,
     3,
     {"سریال", "سریال چک", "شماره سریال", "شماره سریال چک", "شماره چک", "ش چک", "شماره/سریال چک",
      "شماره برگه", "شماره برگ چک", "سری و سریال", "سری/سریال", "سریال/سری", "Serial", "Serial No",
      "Serial Number", "Cheque No", "Cheque Number", "Check No", "Check Number"}},
    {Column::DrawerName,
     3,
     {"صاحب حساب", "نام صاحب حساب", "صاحب چک", "نام صاحب چک", "صادرکننده", "صادر کننده", "نام صادرکننده",
      "صادرکننده چک", "نام و نام خانوادگی صاحب حساب", "Drawer", "Drawer Name", "Issuer", "Account Holder",
      "Account Owner"}},
    {Column::DrawerNationalId,
     3,
     {"کد ملی", "کدملی", "شناسه ملی", "کد/شناسه ملی", "کد ملی/شناسه ملی", "کد ملی صاحب حساب",
      "شناسه ملی صاحب حساب", "کد ملی صادرکننده", "شناسه ملی صادرکننده", "National ID", "National Code",
      "Drawer National ID", "Drawer ID"}},
    {Column::Dealer, 3, {"نماینده",       "نام نماینده",   "کد نماینده",   "نمایندگی",    "نام نمایندگی",
                         "کد نمایندگی",   "طرف حساب",      "نام طرف حساب", "کد طرف حساب", "مشتری",
                         "نام مشتری",     "کد مشتری",      "خریدار",       "تحویل دهنده", "دریافت از",
                         "دریافت شده از", "Dealer",        "Dealer Code",  "Dealer Name", "Customer",
                         "Customer Name", "Customer Code", "Received From"}},
    {Column::Description,
     3,
     {"شرح", "توضیحات", "توضیح", "بابت", "ملاحظات", "یادداشت", "شرح چک", "Description", "Note", "Notes",
      "Remarks", "Comment", "Memo", "For"}},
    {Column::RowNumber,
     3,
     {"ردیف", "ر", "شماره ردیف", "ش ردیف", "ردیف در فایل", "#", "No", "Row", "Row No", "Row Number", "Item"}},
    {Column::AmountInWords, 3, {"مبلغ به حروف", "به حروف", "مبلغ حروفی", "Amount in words"}},
    {Column::IssuedOn, 3, {"تاریخ صدور", "تاریخ ثبت", "صدور", "Issue Date", "Issued On", "Date of Issue"}},
    {Column::ReceivedOn,
     3,
     {"تاریخ دریافت", "تاریخ وصول چک از مشتری", "Received On", "Receive Date", "Date Received"}},
    {Column::Status, 3, {"وضعیت", "وضعیت چک", "آخرین وضعیت", "Status", "State"}},
    {Column::Kind, 3, {"نوع", "نوع چک", "عادی/ضمانتی", "Kind", "Type"}},
    {Column::Payee,
     3,
     {"در وجه", "ذی نفع", "ذینفع", "نام ذینفع", "گیرنده", "Payee", "Beneficiary", "Pay to"}},
    {Column::DocumentNumber,
     3,
     {"شماره سند", "ش سند", "شماره رسید", "سند", "Document No", "Document Number", "Voucher No",
      "Receipt No"}},
    {Column::Reason, 3, {"علت", "دلیل", "خطا", "علت خطا", "Reason", "Error"}},
    {Column::Amount, 2, {"مبلغ کل"}},
    {Column::DueOn, 2, {"تاریخ چک", "موعد", "موعد پرداخت", "Cheque Date", "Check Date"}},
    {Column::SayadId, 1, {"شناسه", "ID"}},
    {Column::DueOn, 1, {"تاریخ", "تاریخ وصول", "Date"}},
    {Column::Serial, 1, {"شماره", "Number", "Cheque", "Check", "چک"}},
    {Column::DrawerName, 1, {"نام", "نام و نام خانوادگی", "Name"}},
};

struct Rule {
    std::optional<Column> column;  ///< none: surely nothing of ours
    std::initializer_list<std::string_view> anyOf;
    std::initializer_list<std::string_view> noneOf;
};

/// For headings that say more than a name; the first that fits counts.
const std::initializer_list<Rule> rules{
    {Column::AmountInWords, {"حروف", "words"}, {}},
    {std::nullopt, {"میلیون", "میلیارد", "هزار", "million", "billion", "thousand"}, {}},
    {Column::Status, {"وضعیت", "استعلام", "تایید", "status"}, {}},
    {Column::Payee, {"ذینفع", "گیرنده", "دروجه", "payee", "beneficiary"}, {}},
    {std::nullopt,
     {"مانده", "روز", "تعداد", "درصد", "ماه", "راس", "کارمزد", "مالیات", "جریمه", "فاکتور", "days"},
     {}},
    {Column::SayadId, {"صیاد", "sayad", "sayyad"}, {"تاریخ", "ثبت"}},
    {Column::DueOn, {"سررسید", "duedate", "maturity"}, {}},
    {Column::DrawerNationalId,
     {"کدملی", "شناسهملی", "شناسهصاحب", "شناسهصادر", "کدصادر", "nationalid", "nationalcode"},
     {}},
    {Column::Iban, {"شبا", "iban", "sheba", "shaba"}, {}},
    {Column::AccountNumber, {"شمارهحساب", "accountn"}, {}},
    {Column::Branch, {"شعبه", "branch"}, {}},
    {Column::Bank, {"نامبانک", "بانکعامل", "بانکصادر", "بانکعهده", "bankname"}, {}},
    {Column::Dealer, {"نماینده", "نمایندگی", "طرفحساب", "مشتری", "dealer", "customer"}, {"تاریخ", "date"}},
    {Column::DrawerName, {"صاحبحساب", "صاحبچک", "صادرکننده", "drawer"}, {"تاریخ", "date"}},
    {Column::IssuedOn, {"صدور", "issue"}, {"مبلغ", "amount"}},
    {Column::ReceivedOn, {"دریافت", "receiv"}, {"مبلغ", "amount"}},
    {Column::Amount, {"مبلغ", "amount"}, {"وصول", "پرداخت"}},
    {Column::Serial, {"سریال", "شمارهچک", "serial", "chequen", "checkn"}, {}},
    {Column::Series, {"سریچک"}, {}},
    {Column::Description, {"توضیح", "ملاحظات", "شرح", "description", "remark"}, {}},
};

bool containsAny(std::string_view key, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return key.find(word) != std::string_view::npos; });
}

void eraseAll(std::string& key, std::string_view word) {
    for (std::size_t at = key.find(word); at != std::string::npos; at = key.find(word)) {
        key.erase(at, word.size());
    }
}

/// Takes the unit of money out of a heading's key. A heading that names both units names none.
std::optional<AmountUnit> takeUnit(std::string& key) {
    struct Unit {
        std::string_view word;
        AmountUnit unit;
        bool isSuffix;  ///< too short to be looked for within words
    };
    std::optional<AmountUnit> unit;
    bool isAmbiguous = false;
    for (const Unit& candidate : std::initializer_list<Unit>{{"تومان", AmountUnit::Toman, false},
                                                             {"تومن", AmountUnit::Toman, false},
                                                             {"tomans", AmountUnit::Toman, false},
                                                             {"toman", AmountUnit::Toman, false},
                                                             {"irt", AmountUnit::Toman, true},
                                                             {"ریال", AmountUnit::Rial, false},
                                                             {"\uFDFC", AmountUnit::Rial, false},
                                                             {"rials", AmountUnit::Rial, false},
                                                             {"rial", AmountUnit::Rial, false},
                                                             {"irr", AmountUnit::Rial, true}}) {
        if (candidate.isSuffix ? key.ends_with(candidate.word)
                               : key.find(candidate.word) != std::string::npos) {
            eraseAll(key, candidate.word);
            isAmbiguous = isAmbiguous || (unit && *unit != candidate.unit);
            unit = candidate.unit;
        }
    }
    if (unit) {
        for (const std::string_view preposition : {"به", "in"}) {
            if (key.ends_with(preposition)) {
                key.resize(key.size() - preposition.size());
            }
        }
    }
    return isAmbiguous ? std::nullopt : unit;
}

const std::unordered_map<std::string, Heading>& headingsByKey() {
    static const auto byKey = [] {
        std::unordered_map<std::string, Heading> map;
        for (const Spelling& spelling : spellings) {
            for (const std::string_view heading : spelling.headings) {
                map.emplace(text::headingKey(heading), Heading{spelling.column, spelling.certainty, {}});
            }
        }
        return map;
    }();
    return byKey;
}

std::optional<Heading> headingOfKey(const std::string& key) {
    if (const auto found = headingsByKey().find(key); found != headingsByKey().end()) {
        return found->second;
    }
    for (const Rule& rule : rules) {
        if (containsAny(key, rule.anyOf) && !containsAny(key, rule.noneOf)) {
            return rule.column ? std::optional(Heading{*rule.column, 2, {}}) : std::nullopt;
        }
    }
    return std::nullopt;
}

/// The columns of a header whose cells have these texts: each of our columns goes to the heading that says it
/// best, the first of equals.
Header headerOf(std::uint32_t row, const std::vector<std::string>& cells, int& certainty) {
    Header header{row, {}, {}};
    std::array<int, texts.size()> best{};
    std::array<std::size_t, texts.size()> bestColumn{};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty()) {
            continue;
        }
        header.columns.push_back(
            {static_cast<std::uint32_t>(i), text::shortened(cells[i], headerCharactersMax), {}});
        const auto heading = headingOf(cells[i]);
        const auto field = heading ? static_cast<std::size_t>(heading->column) : 0;
        if (heading && heading->certainty > best[field]) {
            best[field] = heading->certainty;
            bestColumn[field] = header.columns.size() - 1;
            if (heading->column == Column::Amount) {
                header.amountUnit = heading->unit;
            }
        }
    }
    certainty = 0;
    for (std::size_t field = 0; field < texts.size(); ++field) {
        if (best[field] > 0) {
            header.columns[bestColumn[field]].field = texts[field].column;
            certainty += best[field];
        }
    }
    return header;
}

bool has(const Header& header, Column column) {
    return std::any_of(header.columns.begin(), header.columns.end(),
                       [&](const SheetColumn& c) { return c.field == column; });
}

bool isComplete(const Header& header) {
    return has(header, Column::Amount) && has(header, Column::DueOn) &&
           (has(header, Column::SayadId) || has(header, Column::Serial));
}

std::vector<std::string> textsOf(const workbook::Row& row) {
    std::vector<std::string> cells;
    for (const workbook::Cell& cell : row.cells) {
        const bool isText = cell.kind == workbook::CellKind::Text || cell.kind == workbook::CellKind::Untyped;
        cells.push_back(isText ? text::cleaned(cell.text) : std::string());
    }
    return cells;
}

}  // namespace

std::span<const ColumnText> columnTexts() {
    return texts;
}

std::string_view columnName(Column column) {
    return texts.at(static_cast<std::size_t>(column)).name;
}

std::string_view columnTitle(Column column, Language language) {
    const ColumnText& text = texts.at(static_cast<std::size_t>(column));
    return language == Language::Persian ? text.persian : text.english;
}

std::optional<Column> columnByName(std::string_view name) {
    const auto found =
        std::find_if(texts.begin(), texts.end(), [&](const ColumnText& text) { return text.name == name; });
    return found == texts.end() ? std::nullopt : std::optional(found->column);
}

std::optional<Heading> headingOf(std::string_view text) {
    constexpr std::size_t bytesMax = 160;  // longer is a sentence, not a heading
    if (text.empty() || text.size() > bytesMax) {
        return std::nullopt;
    }
    std::string key = text::headingKey(text);
    if (key.empty()) {
        return text == "#" ? std::optional(Heading{Column::RowNumber, 3, {}}) : std::nullopt;
    }
    if (const auto whole = headingOfKey(key); whole && whole->certainty == 3) {
        return whole;
    }
    const auto unit = takeUnit(key);
    auto heading = headingOfKey(key);
    if (heading && heading->column == Column::Amount) {
        heading->unit = unit;
    }
    return heading;
}

Header readHeader(const workbook::Row& row) {
    int certainty = 0;
    return headerOf(row.number, textsOf(row), certainty);
}

std::optional<Header> findHeader(std::span<const workbook::Row> rows) {
    std::optional<Header> best;
    int bestCertainty = 0;
    std::vector<std::string> above;
    std::uint32_t aboveNumber = 0;
    for (const workbook::Row& row : rows) {
        std::vector<std::string> cells = textsOf(row);
        int certainty = 0;
        Header header = headerOf(row.number, cells, certainty);
        if (certainty > 0 && aboveNumber + 1 == row.number) {
            std::vector<std::string> joined = cells;
            joined.resize(std::max(cells.size(), above.size()));
            for (std::size_t i = 0; i < above.size(); ++i) {
                if (joined[i].empty() && headingOf(above[i])) {
                    joined[i] = above[i];
                }
            }
            header = headerOf(row.number, joined, certainty);
        }
        const bool isHeader = isComplete(header);
        if (isHeader && certainty > bestCertainty) {
            best = std::move(header);
            bestCertainty = certainty;
        }
        // A header lends nothing to the rows below it: those are cheques.
        aboveNumber = isHeader ? 0 : row.number;
        above = std::move(cells);
    }
    return best;
}

}  // namespace nextgen::cheque_import
