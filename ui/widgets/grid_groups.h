#pragma once

#include "ui/widgets/grid_view.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <set>
#include <vector>

namespace nextgen::ui {

class RecordModelBase;

/// The groups of a RecordGrid: by which column, and which of them are folded. Groups are known by their value,
/// so that they stay folded whatever rows come and go, also those that no row of is held yet.
class GridGroups {
  public:
    /// So many are remembered one by one in a layout.
    static constexpr std::size_t keptMax = 200;

    /// -1: there are none.
    int column() const { return m_column; }
    /// The groups of another column are all open.
    void setColumn(int column);

    void fold(const QString& key, bool isFolded);
    void foldAll(bool isFolded);
    bool isFolded(const QString& key) const { return m_isAllFolded != m_others.contains(key); }

    /// Rows that follow each other with the same value, as far as they are held, with their number and the
    /// sums of these columns.
    std::vector<GridView::Band> bandsOf(const RecordModelBase& model, const QList<int>& summed) const;

    /// "folded": the values of those that are; or "unfolded": all others are.
    void writeTo(QJsonObject& layout) const;
    void readFrom(const QJsonObject& layout);

  private:
    QString keyOf(const RecordModelBase& model, int row) const;

    int m_column = -1;
    bool m_isAllFolded = false;
    std::set<QString> m_others;  ///< than most
};

}  // namespace nextgen::ui
