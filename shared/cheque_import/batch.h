#pragma once

#include "shared/cheque_import/interpret.h"
#include "shared/core/result.h"

#include <filesystem>
#include <stop_token>
#include <unordered_map>

/// From a file to rows: finds the sheet and its header, interprets row after row as they stream by, and marks
/// duplicates. Of the rows only the keys of their cheques are kept.
namespace nextgen::cheque_import {

/// What the person says about the file, where the headings do not say it or say it wrongly.
struct Mapping {
    std::optional<std::string> sheet;  ///< by name, also a hidden one
    std::optional<std::uint32_t>
        headerRow;  ///< its number in the sheet; 0: the first row is a cheque already
    std::map<std::uint32_t, Column> columns;  ///< index from 0 to what it holds; replaces what headings say
};

struct ImportRequest {
    std::filesystem::path file;
    Date today;                              ///< in Tehran
    std::optional<AmountUnit> amountUnit{};  ///< none: as the header says, else rial
    std::optional<Mapping> mapping{};
    workbook::Limits limits{};
};

/// Counts of rows: total = ready + duplicate + failed; the repaired are among the ready; the amount is the
/// ready rows'.
struct Summary {
    std::uint32_t rowsTotal = 0;
    std::uint32_t rowsReady = 0;
    std::uint32_t rowsRepaired = 0;
    std::uint32_t rowsDuplicate = 0;
    std::uint32_t rowsFailed = 0;
    Money amountTotal;

    void add(const ImportRow& row);
    bool operator==(const Summary&) const = default;
};

/// Finds rows that repeat a cheque of an earlier one: the same Sayad id, or the same bank, series and serial.
/// The twin is the first row that has either. A failed row is no cheque yet: it is nobody's twin and has
/// none.
class TwinFinder {
  public:
    /// Makes a ready row a duplicate when it is one, and remembers it.
    void judge(ImportRow& row);

  private:
    std::unordered_map<std::string, std::uint32_t> m_rowByKey;
};

/// Takes what is read. It may throw: the import ends and the exception passes through.
class RowSink {
  public:
    virtual ~RowSink() = default;
    /// Once, before the first row.
    virtual void sheetFound(const SheetLayout&) {}
    virtual void row(ImportRow&& row) = 0;
    /// Now and then: rows handed over so far, and about how much of the sheet was read, 0 to 1.
    virtual void progressed(std::uint32_t, double) {}
};

struct ImportOutcome {
    SheetLayout layout;
    Summary summary;
};

/// Reads the first visible sheet with a header among its first 30 rows with content. Refused: what
/// workbook::readWorkbook() refuses; header_not_found, with what was seen as the argument "seen"; no_rows.
/// Rows may have been handed over by then: whoever keeps them lets go of them.
Result<ImportOutcome> importWorkbook(const ImportRequest& request, RowSink& sink,
                                     const std::stop_token& stop = {});

}  // namespace nextgen::cheque_import
