#include "shared/workbook/reading.h"

#include <utility>

namespace nextgen::workbook {

namespace {

bool isBlank(const Cell& cell) {
    return cell.isEmpty() || cell.text.find_first_not_of(" \t\r\n") == std::string::npos;
}

}  // namespace

Refusal Refusal::overLimit(ErrorCode code, std::uint64_t limit) {
    return Refusal(Error{code, {}, {{"limit", std::to_string(limit)}}});
}

void Reading::spend(std::uint64_t bytes) {
    if (m_stop.stop_requested()) {
        throw Refusal(ErrorCode::Cancelled);
    }
    if (bytes > m_bytesLeft) {
        throw Refusal::overLimit(ErrorCode::FileTooLargeUnpacked, m_limits.bytesUnpacked >> 20);
    }
    m_bytesLeft -= bytes;
}

bool Reading::beginSheet(const Sheet& sheet) {
    if (++summary.sheets > m_limits.sheets) {
        throw Refusal(ErrorCode::FileDamaged);
    }
    clearRow();
    m_rowsOfSheet = 0;
    m_lastNumber = 0;
    return m_visitor.sheetBegins(sheet);
}

void Reading::put(std::uint64_t column, Cell cell) {
    if (isBlank(cell)) {
        return;
    }
    if (column >= m_limits.columns) {
        throw Refusal::overLimit(ErrorCode::TooManyColumns, m_limits.columns);
    }
    m_rowBytes += cell.text.size() + 1;
    if (cell.text.size() > m_limits.cellBytes || m_rowBytes > m_limits.rowBytes) {
        throw Refusal(ErrorCode::FileDamaged);
    }
    if (column >= m_row.cells.size()) {
        m_row.cells.resize(column + 1);
    }
    m_row.cells[column] = std::move(cell);
}

void Reading::clearRow() {
    m_row.cells.clear();
    m_rowBytes = 0;
}

bool Reading::endRow(std::uint64_t number, std::uint64_t repeats) {
    if (m_row.cells.empty()) {
        return true;
    }
    // Rows that go backwards or beyond any program's sheet: nobody writes them by accident only.
    constexpr std::uint64_t numberMax = 1ULL << 31;
    if (number <= m_lastNumber || number > numberMax) {
        throw Refusal(ErrorCode::FileDamaged);
    }
    bool isWanted = true;
    for (std::uint64_t i = 0; i < repeats && isWanted; ++i) {
        if (m_rowsOfSheet == m_limits.rows) {
            throw Refusal::overLimit(ErrorCode::TooManyRows, m_limits.rows);
        }
        ++m_rowsOfSheet;
        ++summary.rows;
        spend(m_rowBytes);
        m_row.number = static_cast<std::uint32_t>(number + i);
        isWanted = m_visitor.row(m_row);
    }
    m_lastNumber = number + repeats - 1;
    clearRow();
    return isWanted;
}

}  // namespace nextgen::workbook
