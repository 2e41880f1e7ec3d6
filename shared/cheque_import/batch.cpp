#include "shared/cheque_import/batch.h"

#include "shared/core/text.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace nextgen::cheque_import {

namespace {

/// Rows in which the header is looked for.
constexpr std::size_t headerRowsMax = 30;
/// What header_not_found tells of the file.
constexpr std::size_t seenMax = 12;
constexpr std::size_t seenCharactersMax = 30;

/// A plain number where a date belongs, in a sheet whose days count from 1904, as the same day counts
/// elsewhere: the cell is then understood without knowing the sheet.
void countDaysFrom1900(const SheetLayout& layout, std::vector<RowCell>& cells) {
    constexpr int daysBetween = 1462;
    for (RowCell& cell : cells) {
        const auto column = std::find_if(layout.columns.begin(), layout.columns.end(),
                                         [&](const SheetColumn& c) { return c.index == cell.column; });
        int day = 0;
        const char* end = cell.text.data() + cell.text.size();
        if (cell.kind == workbook::CellKind::Number && column != layout.columns.end() &&
            column->field == Column::DueOn && cell.text.size() == 5 &&
            std::from_chars(cell.text.data(), end, day).ptr == end) {
            cell.text = std::to_string(day + daysBetween);
        }
    }
}

class Import : public workbook::RowVisitor {
  public:
    Import(const ImportRequest& request, RowSink& sink, const std::stop_token& stop)
        : m_request(request), m_sink(sink), m_stop(stop) {}

    bool sheetBegins(const workbook::Sheet& sheet) override {
        if (m_isFound || decide()) {
            return false;
        }
        m_sheet = sheet;
        const bool isWanted =
            mapping() != nullptr && mapping()->sheet ? sheet.name == *mapping()->sheet : !sheet.isHidden;
        m_isAnyPassedOver = m_isAnyPassedOver || !isWanted;
        return isWanted;
    }

    bool row(const workbook::Row& row) override {
        if (m_isFound) {
            take(row);
            return true;
        }
        noteSeen(row);
        const auto named = mapping() != nullptr ? mapping()->headerRow : std::nullopt;
        if (named && row.number < *named) {
            return true;
        }
        m_firstRows.push_back(row);
        return !(named || m_firstRows.size() == headerRowsMax) || decide();
    }

    void progressed(double fraction) override {
        if (m_isFound) {
            m_sink.progressed(m_outcome.summary.rowsTotal, fraction);
        }
    }

    /// After the last row of the file.
    Result<ImportOutcome> finish() {
        const bool isFound = m_isFound || decide();
        if (m_stop.stop_requested()) {
            return refuse(ErrorCode::Cancelled);
        }
        if (!isFound) {
            if (m_seen.empty() && !m_isAnyPassedOver) {
                return refuse(ErrorCode::FileEmpty);
            }
            return refuse(Error{ErrorCode::HeaderNotFound, {}, {{"seen", m_seen}}});
        }
        if (m_outcome.summary.rowsTotal == 0) {
            return refuse(ErrorCode::NoRows);
        }
        return std::move(m_outcome);
    }

  private:
    const Mapping* mapping() const { return m_request.mapping ? &*m_request.mapping : nullptr; }

    /// Looks for the header among the sheet's first rows; when it is there, the rows below it are cheques.
    bool decide() {
        const auto header = m_firstRows.empty() ? std::nullopt : chosenHeader();
        if (header) {
            m_isFound = true;
            m_outcome.layout = {m_sheet.format, m_sheet.name, header->row,
                                m_request.amountUnit.value_or(header->amountUnit.value_or(AmountUnit::Rial)),
                                header->columns};
            m_sink.sheetFound(m_outcome.layout);
            for (const workbook::Row& row : m_firstRows) {
                if (row.number > header->row && !m_stop.stop_requested()) {
                    take(row);
                }
            }
        }
        m_firstRows.clear();
        return m_isFound;
    }

    std::optional<Header> chosenHeader() const {
        if (mapping() == nullptr || (mapping()->columns.empty() && !mapping()->headerRow)) {
            return findHeader(m_firstRows);
        }
        if (mapping()->headerRow) {
            const std::uint32_t number = *mapping()->headerRow;
            const auto named = std::find_if(m_firstRows.begin(), m_firstRows.end(),
                                            [&](const workbook::Row& row) { return row.number == number; });
            if (mapping()->columns.empty()) {
                return named == m_firstRows.end() ? std::nullopt : findHeader({&*named, 1});
            }
            return mapped(named == m_firstRows.end() ? Header{number, {}, {}} : readHeader(*named));
        }
        if (auto found = findHeader(m_firstRows)) {
            return mapped(std::move(*found));
        }
        return headerAboveFirstCheque();
    }

    /// The header with the person's columns in place of those that its headings say.
    Header mapped(Header header) const {
        std::set<Column> given;
        for (SheetColumn& column : header.columns) {
            column.field.reset();
        }
        for (const auto& [index, field] : mapping()->columns) {
            auto column = std::find_if(header.columns.begin(), header.columns.end(),
                                       [&](const SheetColumn& c) { return c.index >= index; });
            if (column == header.columns.end() || column->index != index) {
                column = header.columns.insert(column, SheetColumn{index, {}, {}});
            }
            if (given.insert(field).second) {
                column->field = field;
            }
        }
        return header;
    }

    /// With columns given but no heading that we know: the row above the first one that reads as a cheque.
    std::optional<Header> headerAboveFirstCheque() const {
        SheetLayout layout;
        layout.columns = mapped({}).columns;
        for (std::size_t i = 0; i < m_firstRows.size(); ++i) {
            const ImportRow row =
                interpret(layout, m_firstRows[i].number, rowCells(m_firstRows[i]), {}, m_request.today);
            if (row.values.amount && row.values.dueOn) {
                return mapped(i == 0 ? Header{} : readHeader(m_firstRows[i - 1]));
            }
        }
        return std::nullopt;
    }

    void take(const workbook::Row& row) {
        const SheetLayout& layout = m_outcome.layout;
        std::vector<RowCell> cells = rowCells(row);
        if (m_sheet.isEpoch1904) {
            countDaysFrom1900(layout, cells);
        }
        if (isPassedOver(layout, cells)) {
            return;
        }
        ImportRow read = interpret(layout, row.number, std::move(cells), {}, m_request.today);
        m_twins.judge(read);
        refuseBeyondSum(read);
        m_outcome.summary.add(read);
        m_sink.row(std::move(read));
    }

    /// A row whose amount would take the sum beyond what money can be is no cheque of this world.
    void refuseBeyondSum(ImportRow& row) const {
        if (row.state == RowState::Ready &&
            row.values.amount->rials() > Money::rialsMax - m_outcome.summary.amountTotal.rials()) {
            row.state = RowState::Failed;
            row.errors.push_back({ErrorCode::MoneyOutOfRange, Column::Amount, {}});
        }
    }

    void noteSeen(const workbook::Row& row) {
        for (const workbook::Cell& cell : row.cells) {
            if (m_seenCount < seenMax && !cell.isEmpty()) {
                m_seen += m_seen.empty() ? "" : " · ";
                m_seen += text::shortened(text::cleaned(cell.text), seenCharactersMax);
                ++m_seenCount;
            }
        }
    }

    const ImportRequest& m_request;
    RowSink& m_sink;
    const std::stop_token& m_stop;
    workbook::Sheet m_sheet;
    std::vector<workbook::Row> m_firstRows;
    bool m_isFound = false;
    bool m_isAnyPassedOver = false;
    ImportOutcome m_outcome;
    TwinFinder m_twins;
    std::string m_seen;
    std::size_t m_seenCount = 0;
};

}  // namespace

void Summary::add(const ImportRow& row) {
    ++rowsTotal;
    switch (row.state) {
        case RowState::Ready:
            ++rowsReady;
            rowsRepaired += row.repairs.empty() ? 0 : 1;
            amountTotal += row.values.amount.value_or(Money());
            break;
        case RowState::Duplicate:
            ++rowsDuplicate;
            break;
        case RowState::Failed:
            ++rowsFailed;
            break;
    }
}

void TwinFinder::judge(ImportRow& row) {
    if (row.state != RowState::Ready) {
        return;
    }
    const std::vector<std::string> keys = chequeKeys(row.values);
    for (const std::string& key : keys) {
        if (const auto twin = m_rowByKey.find(key);
            twin != m_rowByKey.end() && (!row.twinRow || twin->second < *row.twinRow)) {
            row.state = RowState::Duplicate;
            row.twinRow = twin->second;
        }
    }
    for (const std::string& key : keys) {
        m_rowByKey.emplace(key, row.row);
    }
}

Result<ImportOutcome> importWorkbook(const ImportRequest& request, RowSink& sink,
                                     const std::stop_token& stop) {
    Import import(request, sink, stop);
    const auto read = workbook::readWorkbook(request.file, request.limits, import, stop);
    if (!read) {
        return refuse(read.error());
    }
    return import.finish();
}

}  // namespace nextgen::cheque_import
