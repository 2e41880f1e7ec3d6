#pragma once

#include "shared/core/error_code.h"
#include "shared/workbook/reader.h"

#include <stdexcept>

/// What the three readers have in common; private to shared/workbook.
namespace nextgen::workbook {

/// Ends a reading from any depth of a parser's callbacks; readWorkbook() turns it into its Result.
struct Refusal : std::runtime_error {
    explicit Refusal(Error reason) : std::runtime_error("workbook refused"), error(std::move(reason)) {}
    explicit Refusal(ErrorCode code) : Refusal(Error{code, {}, {}}) {}
    static Refusal overLimit(ErrorCode code, std::uint64_t limit);

    Error error;
};

/// One reading of one file: its limits, what is left of them and who is told.
class Reading {
  public:
    Reading(const Limits& limits, RowVisitor& visitor, std::stop_token stop)
        : m_limits(limits), m_visitor(visitor), m_stop(std::move(stop)), m_bytesLeft(limits.bytesUnpacked) {}

    const Limits& limits() const { return m_limits; }
    RowVisitor& visitor() { return m_visitor; }
    /// Counts bytes against Limits::bytesUnpacked, and looks whether somebody wants the reading to end.
    void spend(std::uint64_t bytes);

    bool beginSheet(const Sheet& sheet);
    /// Puts a cell into the row being read, at a column from 0. Empty ones leave no trace.
    void put(std::uint64_t column, Cell cell);
    /// Hands the row over when it has content, `repeats` times with the numbers that follow. false: the
    /// visitor wants no more of this sheet.
    bool endRow(std::uint64_t number, std::uint64_t repeats = 1);

    Summary summary;

  private:
    void clearRow();

    const Limits& m_limits;
    RowVisitor& m_visitor;
    std::stop_token m_stop;
    std::uint64_t m_bytesLeft;
    std::uint32_t m_rowsOfSheet = 0;
    std::uint64_t m_lastNumber = 0;
    std::uint64_t m_rowBytes = 0;
    Row m_row;
};

void readXlsx(class Archive& archive, Reading& reading);
void readOds(class Archive& archive, Reading& reading);
void readCsv(std::FILE* file, Reading& reading);

}  // namespace nextgen::workbook
