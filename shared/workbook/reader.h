#pragma once

#include "shared/core/result.h"
#include "shared/workbook/cell.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

/// Reads workbooks as they stream by: .xlsx, .ods and .csv, told apart by their content. Nothing in a file is
/// evaluated, fetched or trusted; memory stays within a few times Limits::sharedStringBytes whatever it
/// holds.
namespace nextgen::workbook {

/// What a file may ask of us. A file over a limit is refused, never read in part.
struct Limits {
    /// Everything that is unpacked, and the text of every cell handed over: a short file can say "this row, a
    /// million times" without a large archive. file_too_large_unpacked.
    std::uint64_t bytesUnpacked = std::uint64_t{512} << 20;
    /// The table of an .xlsx that cells point into, the only part that is held. file_too_large_unpacked.
    std::uint64_t sharedStringBytes = std::uint64_t{64} << 20;
    std::uint32_t rows = 200'000;          ///< with content, of one sheet; too_many_rows
    std::uint32_t columns = 256;           ///< up to the last one with content; too_many_columns
    std::uint32_t cellBytes = 4 * 32'767;  ///< Excel's limit of characters; file_damaged
    std::uint32_t rowBytes = 1U << 20;     ///< of all cells of a row; file_damaged
    std::uint32_t zipEntries = 10'000;     ///< file_too_large_unpacked
    std::uint32_t sheets = 1'000;          ///< file_damaged
    std::uint32_t xmlDepth = 200;          ///< file_unsafe
    /// What the XML parser may hold: one tag with its attributes, and the names it has met. file_unsafe.
    std::uint64_t xmlBytes = std::uint64_t{16} << 20;
};

enum class Format { Xlsx, Ods, Csv };

std::string_view formatName(Format format);  ///< "xlsx", "ods", "csv"
std::optional<Format> formatByName(std::string_view name);

struct Sheet {
    Format format = Format::Csv;
    std::string name;  ///< empty in a .csv
    bool isHidden = false;
    /// Its serial numbers count days from 1904: matters for dates that a cell shows as plain numbers.
    bool isEpoch1904 = false;
};

/// Takes what is read. It may throw: reading stops and the exception passes through.
class RowVisitor {
  public:
    virtual ~RowVisitor() = default;
    /// Sheets come in the workbook's order. false: pass over this one.
    virtual bool sheetBegins(const Sheet& sheet) = 0;
    /// Rows come in order, blank ones left out. false: nothing more of this sheet.
    virtual bool row(const Row& row) = 0;
    /// 0 to 1, of the sheet that is being read; by the sizes the file claims, so for display only.
    virtual void progressed(double) {}
};

struct Summary {
    Format format = Format::Csv;
    std::uint32_t sheets = 0;
    std::uint32_t rows = 0;  ///< handed over, of all sheets
};

/// Reads the file at path. Refused: file_empty, file_not_workbook, file_encrypted, file_damaged, file_unsafe
/// (document type declarations, absurd XML), file_too_large_unpacked, too_many_rows, too_many_columns (these
/// with the argument "limit"), cancelled. Throws std::system_error when the file cannot be read at all.
Result<Summary> readWorkbook(const std::filesystem::path& path, const Limits& limits, RowVisitor& visitor,
                             const std::stop_token& stop = {});

}  // namespace nextgen::workbook
