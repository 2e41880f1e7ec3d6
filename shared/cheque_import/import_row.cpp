#include "shared/cheque_import/import_row.h"

#include <algorithm>

namespace nextgen::cheque_import {

namespace {

// In the order of the enumeration: repairName() and repairTitle() index it.
constexpr auto texts = std::to_array<RepairText>({
    {RepairCode::DigitsConverted, "digits_converted", "Digits converted", "رقم‌ها تبدیل شد"},
    {RepairCode::SeparatorsRemoved, "separators_removed", "Separators removed",
     "جداکننده‌ها برداشته شد"},
    {RepairCode::LettersConverted, "letters_converted", "Arabic letters converted", "حروف عربی فارسی شد"},
    {RepairCode::SayadIdPadded, "sayad_id_padded", "Leading zero restored", "صفر آغازین بازگردانده شد"},
    {RepairCode::NationalIdPadded, "national_id_padded", "Leading zeros restored",
     "صفرهای آغازین بازگردانده شد"},
    {RepairCode::IbanPrefixAdded, "iban_prefix_added", "IR added", "IR افزوده شد"},
    {RepairCode::TwoDigitYearCompleted, "two_digit_year_completed", "Two-digit year completed",
     "سال دورقمی کامل شد"},
    {RepairCode::CompactDateSplit, "compact_date_split", "Date without separators read",
     "تاریخ بدون جداکننده خوانده شد"},
    {RepairCode::DateRewritten, "date_rewritten", "Date written otherwise",
     "تاریخ به شکل دیگری نوشته شده بود"},
    {RepairCode::DateFromSerial, "date_from_serial", "Excel's day number read as a date",
     "عدد روز اکسل تاریخ خوانده شد"},
    {RepairCode::AmountUnitRead, "amount_unit_read", "Unit taken from the cell",
     "واحد از خود خانه خوانده شد"},
    {RepairCode::TextMarkRemoved, "text_mark_removed", "Text mark removed", "نشانهٔ متن برداشته شد"},
    {RepairCode::SeriesSplit, "series_split", "Series and serial taken apart", "سری از سریال جدا شد"},
});

constexpr bool isInOrder() {
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].code != static_cast<RepairCode>(i)) {
            return false;
        }
    }
    return texts.back().code == RepairCode::SeriesSplit;
}
static_assert(isInOrder(), "the table follows the enumeration, one line each");

constexpr std::array<std::string_view, 7> kindNames{"empty",   "text",  "number", "date",
                                                    "boolean", "error", "untyped"};

}  // namespace

std::span<const RepairText> repairTexts() {
    return texts;
}

std::string_view repairName(RepairCode code) {
    return texts.at(static_cast<std::size_t>(code)).name;
}

std::string_view repairTitle(RepairCode code, Language language) {
    const RepairText& text = texts.at(static_cast<std::size_t>(code));
    return language == Language::Persian ? text.persian : text.english;
}

std::optional<RepairCode> repairByName(std::string_view name) {
    const auto found =
        std::find_if(texts.begin(), texts.end(), [&](const RepairText& text) { return text.name == name; });
    return found == texts.end() ? std::nullopt : std::optional(found->code);
}

std::string_view kindName(workbook::CellKind kind) {
    return kindNames.at(static_cast<std::size_t>(kind));
}

std::optional<workbook::CellKind> kindByName(std::string_view name) {
    const auto found = std::find(kindNames.begin(), kindNames.end(), name);
    return found == kindNames.end()
               ? std::nullopt
               : std::optional(static_cast<workbook::CellKind>(found - kindNames.begin()));
}

std::optional<Column> columnOfValue(std::string_view name) {
    if (name == "bank_name" || name == "bank_code") {
        return Column::Bank;
    }
    const auto column = columnByName(name);
    return column && isImported(*column) ? column : std::nullopt;
}

std::vector<std::string> chequeKeys(const RowValues& values) {
    std::vector<std::string> keys;
    if (!values.sayadId.empty()) {
        keys.push_back(values.sayadId);
    }
    if (!values.bankCode.empty() && !values.series.empty() && !values.serial.empty()) {
        keys.push_back(values.bankCode + '/' + values.series + '/' + values.serial);
    }
    return keys;
}

}  // namespace nextgen::cheque_import
