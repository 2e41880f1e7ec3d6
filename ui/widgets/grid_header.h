#pragma once

#include <QHash>
#include <QHeaderView>
#include <QLineEdit>
#include <functional>
#include <vector>

namespace nextgen::ui {

/// The headings of a RecordGrid: by what the list is ordered, with a number beside the arrow where that are
/// several fields, and a line under each heading to narrow by it.
class GridHeader : public QHeaderView {
    Q_OBJECT

  public:
    explicit GridHeader(QWidget* parent);

    struct SortMark {
        int column;
        Qt::SortOrder order;
    };
    void setSortMarks(std::vector<SortMark> marks);

    /// A line under the headings of these columns; none: no lines.
    void setFilterColumns(std::vector<int> columns);
    bool hasFilterLines() const { return !m_filterColumns.empty(); }
    /// nullptr when the column has none.
    QLineEdit* filterLine(int column) const { return m_lines.value(column); }
    /// Sections that another view shows in front of this one's: their lines are there.
    void setCovered(std::function<bool(int column)> isCovered);

    QSize sizeHint() const override;
    /// Puts the lines where their headings are.
    void placeLines();

  signals:
    /// A heading was clicked; isAdding: with Shift.
    void sortWanted(int column, bool isAdding);
    void filterTyped(int column, const QString& text);
    /// Escape, or the arrow towards the rows.
    void filterLeft();

  protected:
    void paintSection(QPainter* painter, const QRect& rect, int column) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    int linesHeight() const;

    std::vector<SortMark> m_marks;
    std::vector<int> m_filterColumns;
    QHash<int, QLineEdit*> m_lines;
    std::function<bool(int column)> m_isCovered;
    bool m_isAdding = false;
};

}  // namespace nextgen::ui
