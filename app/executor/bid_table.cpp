#include "app/executor/bid_table.h"

#include "ui/widgets/theme.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>
#include <utility>

namespace nextgen::executor {

namespace {

Line lineOf(int row) {
    return lines.at(static_cast<std::size_t>(row));
}

}  // namespace

void BidTable::setBids(BidComparison bids) {
    beginResetModel();
    m_bids = std::move(bids);
    endResetModel();
}

void BidTable::sortByLine(int row) {
    const Line line = lineOf(row);
    const bool turns = line == m_bids.sortLine() && m_bids.sortOrder() == Qt::AscendingOrder;
    BidComparison sorted = m_bids;
    sorted.sortBy(line, turns ? Qt::DescendingOrder : Qt::AscendingOrder);
    setBids(std::move(sorted));
}

void BidTable::retranslate() {
    if (m_bids.count() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        emit headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
}

int BidTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || m_bids.count() == 0 ? 0 : static_cast<int>(lines.size());
}

int BidTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_bids.count());
}

QVariant BidTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const auto bid = static_cast<std::size_t>(index.column());
    const Line line = lineOf(index.row());
    const QString value = m_bids.valueOf(bid, line);
    const QString note = m_bids.noteOf(bid, line);
    const ui::Colours& colours = ui::coloursIn(QGuiApplication::palette());
    switch (role) {
        case Qt::DisplayRole: {
            const QString shown = value.isEmpty() ? QStringLiteral("—") : value;
            return note.isEmpty() ? shown : shown + u'\n' + note;
        }
        case Qt::AccessibleTextRole: {
            const QString spoken = tr("%1, %2: %3")
                                       .arg(m_bids.at(bid).executor(), BidComparison::titleOf(line),
                                            value.isEmpty() ? tr("nothing said") : value);
            return note.isEmpty() ? spoken : tr("%1, %2").arg(spoken, note);
        }
        case Qt::TextAlignmentRole:
            return static_cast<int>(Qt::AlignCenter);
        case Qt::ForegroundRole:
            return m_bids.at(bid).stands() ? QVariant() : QVariant(colours.muted);
        case Qt::BackgroundRole:
            return m_bids.isBest(bid, line) ? QVariant(ui::toneColours(ui::Tone::Good, colours).ground)
                                            : QVariant();
        case Qt::FontRole: {
            QFont font;
            font.setWeight(QFont::DemiBold);
            return m_bids.isBest(bid, line) ? QVariant(font) : QVariant();
        }
        default:
            return {};
    }
}

QVariant BidTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    if (orientation == Qt::Horizontal) {
        return m_bids.at(static_cast<std::size_t>(section)).executor();
    }
    const QString title = BidComparison::titleOf(lineOf(section));
    if (role == Qt::ToolTipRole) {
        return tr("Order the bids by this line (Ctrl+Shift+O)");
    }
    if (lineOf(section) != m_bids.sortLine()) {
        return title;
    }
    const bool isRising = m_bids.sortOrder() == Qt::AscendingOrder;
    if (role == Qt::AccessibleTextRole) {
        return isRising ? tr("%1, rising").arg(title) : tr("%1, falling").arg(title);
    }
    return isRising ? QStringLiteral("%1 ▲").arg(title) : QStringLiteral("%1 ▼").arg(title);
}

}  // namespace nextgen::executor
