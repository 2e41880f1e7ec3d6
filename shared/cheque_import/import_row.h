#pragma once

#include "shared/cheque_import/cheque_import_api.h"
#include "shared/cheque_import/columns.h"
#include "shared/core/error.h"
#include "shared/core/money.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"
#include "shared/workbook/cell.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// One row of a workbook of cheques: as read, as understood, and what was wrong with it.
namespace nextgen::cheque_import {

/// A change that a cell's text needed to be understood.
enum class RepairCode {
    DigitsConverted,        ///< digits_converted: Persian or Arabic digits
    SeparatorsRemoved,      ///< separators_removed: blanks and hyphens in ids, grouping marks in amounts
    LettersConverted,       ///< letters_converted: ي and ك of an Arabic keyboard
    SayadIdPadded,          ///< sayad_id_padded: a numeric cell had dropped the leading zero
    NationalIdPadded,       ///< national_id_padded: the same, one or two zeros
    IbanPrefixAdded,        ///< iban_prefix_added: 24 digits without IR
    TwoDigitYearCompleted,  ///< two_digit_year_completed
    CompactDateSplit,       ///< compact_date_split: 14050915
    DateRewritten,          ///< date_rewritten: day first, dots or blanks, a time of day behind it
    DateFromSerial,         ///< date_from_serial: a spreadsheet's day number without a date's format
    AmountUnitRead,         ///< amount_unit_read: the cell itself said rial or toman
    TextMarkRemoved,        ///< text_mark_removed: ="…" or an apostrophe that keeps a number text
    SeriesSplit,            ///< series_split: series and serial stood in one cell
};

struct RepairText {
    RepairCode code;
    std::string_view name;  ///< snake_case, as in JSON
    std::string_view english;
    std::string_view persian;
};

std::span<const RepairText> repairTexts();
std::string_view repairName(RepairCode code);
std::string_view repairTitle(RepairCode code, Language language);
std::optional<RepairCode> repairByName(std::string_view name);

/// One of a cell's repairs. Before and after are the whole cell's, so two repairs of one cell share them.
struct Repair {
    RepairCode code;
    Column column;
    std::string before;
    std::string after;

    bool operator==(const Repair&) const = default;
};

struct RowError {
    ErrorCode code;
    Column column;
    std::vector<std::pair<std::string, std::string>> arguments{};

    /// As errorSentence() takes it.
    Error toError() const { return {code, "/" + std::string(columnName(column)), arguments}; }
    bool operator==(const RowError&) const = default;
};

/// A cell as read, which is all that interpreting it again needs.
struct RowCell {
    std::uint32_t column = 0;  ///< from 0
    workbook::CellKind kind = workbook::CellKind::Text;
    std::string text;

    bool operator==(const RowCell&) const = default;
};

std::string_view kindName(workbook::CellKind kind);  ///< "text", "number", …, as in JSON
std::optional<workbook::CellKind> kindByName(std::string_view name);

/// What was understood. Empty: the row does not say.
struct RowValues {
    std::string sayadId;
    std::optional<Money> amount;
    std::optional<Date> dueOn;
    std::string bankCode;  ///< of bankName or the IBAN, where it is a bank we know
    std::string bankName;  ///< as the row has it
    std::string branch;
    std::string series;
    std::string serial;
    std::string accountNumber;
    std::string iban;
    std::string drawerName;
    std::string drawerNationalId;
    std::string dealer;  ///< code or name
    std::string description;

    bool operator==(const RowValues&) const = default;
};

constexpr auto descriptionOf(std::type_identity<RowValues>) {
    using namespace describe;
    return schema(
        "cheque_import_values",
        field("sayad_id", &RowValues::sayadId).titled(QT_TRANSLATE_NOOP("Cheque", "Sayad id")).with(Code),
        field("amount", &RowValues::amount).titled(QT_TRANSLATE_NOOP("Cheque", "Amount")).with(Summed),
        field("due_on", &RowValues::dueOn).titled(QT_TRANSLATE_NOOP("Cheque", "Due date")),
        field("bank_code", &RowValues::bankCode).with(Hidden | Code),
        field("bank_name", &RowValues::bankName).titled(QT_TRANSLATE_NOOP("Cheque", "Bank")),
        field("branch", &RowValues::branch).titled(QT_TRANSLATE_NOOP("Cheque", "Branch")),
        field("series", &RowValues::series).titled(QT_TRANSLATE_NOOP("Cheque", "Series")).with(Code),
        field("serial", &RowValues::serial).titled(QT_TRANSLATE_NOOP("Cheque", "Serial")).with(Code),
        field("account_number", &RowValues::accountNumber)
            .titled(QT_TRANSLATE_NOOP("Cheque", "Account"))
            .with(Code),
        field("iban", &RowValues::iban).titled(QT_TRANSLATE_NOOP("Cheque", "IBAN")).with(Code),
        field("drawer_name", &RowValues::drawerName).titled(QT_TRANSLATE_NOOP("Cheque", "Drawer")),
        field("drawer_national_id", &RowValues::drawerNationalId)
            .titled(QT_TRANSLATE_NOOP("Cheque", "Drawer's national id"))
            .with(Code),
        field("dealer", &RowValues::dealer).titled(QT_TRANSLATE_NOOP("Cheque", "Dealer")),
        field("description", &RowValues::description).titled(QT_TRANSLATE_NOOP("Cheque", "Description")));
}

/// The column whose correction changes a value: "bank_name" and "bank_code" both belong to Bank; the others
/// have the name of their column. nullopt when no correction may touch it.
std::optional<Column> columnOfValue(std::string_view name);

/// What a person typed over cells, as typed. An empty text empties the value.
using Corrections = std::map<Column, std::string>;

struct ImportRow {
    std::uint32_t row = 0;  ///< its number in the sheet
    RowState state = RowState::Failed;
    std::vector<RowCell> cells;  ///< those with content, by column
    RowValues values;
    std::vector<Repair> repairs;
    std::vector<RowError> errors;          ///< not empty exactly when the row failed
    std::optional<std::uint32_t> twinRow;  ///< of a duplicate: the row that had the cheque first
};

/// What names a cheque leaf, each by itself: its Sayad id; "bank_code/series/serial" when all three are
/// known.
std::vector<std::string> chequeKeys(const RowValues& values);

}  // namespace nextgen::cheque_import
