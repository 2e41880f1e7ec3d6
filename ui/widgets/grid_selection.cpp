#include "ui/widgets/grid_selection.h"

#include "ui/describe/record_model.h"

#include <QScopedValueRollback>
#include <algorithm>
#include <unordered_set>
#include <utility>

namespace nextgen::ui {

GridSelection::GridSelection(RecordModelBase* model, QObject* parent)
    : QItemSelectionModel(model, parent), m_model(model) {
    connect(model, &RecordModelBase::aboutToLetGo, this, &GridSelection::letGo);
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
        if (m_model->isMoving()) {
            takeBack(first, last);
        }
    });
    connect(model, &QAbstractItemModel::modelReset, this, &GridSelection::restore);
}

std::vector<GridSelection::Row> GridSelection::awayRows() const {
    std::vector<Row> rows;
    for (const auto& [id, row] : m_away) {
        rows.push_back(row);
    }
    std::ranges::sort(rows, {}, &Row::place);
    return rows;
}

std::vector<GridSelection::Row> GridSelection::allRows() const {
    std::vector<Row> rows = awayRows();
    for (const QModelIndex& index : selectedRows()) {
        rows.push_back(rowAt(index.row()));
    }
    std::ranges::sort(rows, {}, &Row::place);
    return rows;
}

GridSelection::Row GridSelection::rowAt(int row) const {
    Row one{m_model->idOf(row), m_model->rowsBefore() + row, {}, {}, {}};
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QModelIndex index = m_model->index(row, column);
        one.cells += index.data(RecordModelBase::CopyRole).toString();
        one.shown += index.data(Qt::DisplayRole).toString();
        one.sums.push_back(m_model->column(column).has(describe::Summed)
                               ? index.data(RecordModelBase::RialsRole).toLongLong()
                               : 0);
    }
    return one;
}

void GridSelection::select(const QItemSelection& selection, SelectionFlags command) {
    if (!m_isMoving && command.testFlag(Clear)) {
        m_away.clear();
    }
    QItemSelectionModel::select(m_isMoving || m_isExact ? selection : withFolded(selection), command);
}

QItemSelection GridSelection::withFolded(QItemSelection selection) const {
    QItemSelection hidden;
    for (const QItemSelectionRange& range : selection) {
        for (const auto& [first, last] : m_folded) {
            if (range.top() <= first && first <= range.bottom() && range.bottom() < last) {
                hidden.select(m_model->index(range.bottom() + 1, 0),
                              m_model->index(last, m_model->columnCount() - 1));
            }
        }
    }
    selection.append(hidden);
    return selection;
}

void GridSelection::selectOnly(const QModelIndex& index) {
    const QScopedValueRollback exact(m_isExact, true);
    setCurrentIndex(index, ClearAndSelect | Rows);
}

void GridSelection::clear() {
    m_away.clear();
    m_awayCurrent.reset();
    QItemSelectionModel::clear();
}

void GridSelection::reset() {
    if (!m_kept) {
        m_away.clear();
        m_awayCurrent.reset();
    }
    QItemSelectionModel::reset();
}

void GridSelection::setCurrentIndex(const QModelIndex& index, SelectionFlags command) {
    if (!m_isMoving) {
        m_awayCurrent.reset();
    }
    QItemSelectionModel::setCurrentIndex(index, command);
}

void GridSelection::letGo(int first, int last) {
    const QScopedValueRollback moving(m_isMoving, true);
    const QModelIndex current = currentIndex();
    if (current.isValid() && current.row() >= first && current.row() <= last) {
        m_awayCurrent = Current{m_model->idOf(current.row()), current.column()};
        // Else another row would be made the current one in its place.
        setCurrentIndex({}, NoUpdate);
    }
    for (int row = first; row <= last; ++row) {
        const std::int64_t id = m_model->idOf(row);
        if (id == 0 || !isRowSelected(row)) {
            continue;
        }
        m_away.insert_or_assign(id, rowAt(row));
    }
    if (hasSelection()) {
        select(QItemSelection(m_model->index(first, 0), m_model->index(last, m_model->columnCount() - 1)),
               Deselect);
    }
}

void GridSelection::takeBack(int first, int last) {
    if (m_away.empty() && !m_awayCurrent) {
        return;
    }
    const QScopedValueRollback moving(m_isMoving, true);
    QItemSelection back;
    for (int row = first; row <= last; ++row) {
        const std::int64_t id = m_model->idOf(row);
        if (m_away.erase(id) > 0) {
            back.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
        }
        if (m_awayCurrent && m_awayCurrent->id == id && id != 0) {
            const QModelIndex index = m_model->index(row, m_awayCurrent->column);
            m_awayCurrent.reset();
            setCurrentIndex(index, NoUpdate);
        }
    }
    if (!back.isEmpty()) {
        select(back, Select);
    }
}

void GridSelection::keepOverReset() {
    m_kept = Kept{};
    for (const QModelIndex& index : selectedRows()) {
        m_kept->ids.push_back(m_model->idOf(index.row()));
    }
    if (currentIndex().isValid()) {
        m_kept->current = Current{m_model->idOf(currentIndex().row()), currentIndex().column()};
    }
}

void GridSelection::restore() {
    if (!m_kept) {
        return;
    }
    const Kept kept = *std::exchange(m_kept, std::nullopt);
    const QScopedValueRollback moving(m_isMoving, true);
    const std::unordered_set<std::int64_t> ids(kept.ids.begin(), kept.ids.end());
    QItemSelection back;
    for (int row = 0; row < m_model->count(); ++row) {
        const std::int64_t id = m_model->idOf(row);
        if (id != 0 && ids.contains(id)) {
            back.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
        }
    }
    if (!back.isEmpty()) {
        select(back, Select);
    }
    if (const int row = kept.current ? m_model->rowOf(kept.current->id) : -1; row >= 0) {
        setCurrentIndex(m_model->index(row, kept.current->column), NoUpdate);
    }
    takeBack(0, m_model->count() - 1);
}

}  // namespace nextgen::ui
