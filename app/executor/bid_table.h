#pragma once

#include "app/executor/bid_comparison.h"

#include <QAbstractTableModel>

namespace nextgen::executor {

/// Bids as columns, what they are compared by as rows.
class BidTable : public QAbstractTableModel {
    Q_OBJECT

  public:
    using QAbstractTableModel::QAbstractTableModel;

    const BidComparison& bids() const { return m_bids; }
    void setBids(BidComparison bids);
    /// By the line of a row; by the same line once more the other way round.
    void sortByLine(int row);
    /// Words itself anew.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

  private:
    BidComparison m_bids;
};

}  // namespace nextgen::executor
