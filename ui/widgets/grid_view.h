#pragma once

#include <QTableView>
#include <functional>
#include <vector>

namespace nextgen::ui {

class GridHeader;

/// The table of a RecordGrid. The columns up to a frozen one stay at the reading edge while the others scroll
/// beneath them, and a row may have a band above it that names the group which begins there. Of a folded
/// group the band is all that is shown.
class GridView : public QTableView {
    Q_OBJECT

  public:
    explicit GridView(QWidget* parent);

    GridHeader* header() const { return m_header; }
    /// The view in front that shows the frozen columns; hidden while there are none.
    QTableView* front() const { return m_front; }
    GridHeader* frontHeader() const;

    void setModel(QAbstractItemModel* model) override;
    void setSelectionModel(QItemSelectionModel* selection) override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

    /// The columns in front of this one stay, and so does it; -1: none.
    void setFrozen(int column);
    int frozen() const { return m_frozen; }
    bool isFrozen(int column) const;

    /// A band over each of these rows, which begin a group; in their order.
    struct Band {
        int row;
        int end;  ///< the first row that is not of the group
        QString title;
        QString key;  ///< by which the group is known when its rows are others
        bool isFolded;
    };
    void setBands(std::vector<Band> bands);
    const std::vector<Band>& bands() const { return m_bands; }
    /// nullptr: the row is of no group.
    const Band* bandOf(int row) const;
    /// Whose title stands at this place of the viewport; nullptr: none.
    const Band* bandAt(const QPoint& place) const;
    bool isFoldedAt(int row) const;

    /// Takes in rows that came and went, now rather than soon.
    void layoutNow();

  signals:
    /// Home or End.
    void edgeWanted(bool isEnd);
    /// By keys, on a row of the group: towards where lines begin in the first column folds, the other way
    /// opens again.
    void foldWanted(int row, bool isFolded);
    void unfoldAllWanted();
    /// The keyboard or the wheel is at the end of the rows and wants further.
    void beyondWanted(bool isEnd);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;
    void updateGeometries() override;
    bool edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) override;

  private:
    explicit GridView(GridView& behind);
    void setUp();
    bool foldByKey(const QKeyEvent& key);
    void paintBand(QPainter& painter, const Band& band, const QRect& room) const;
    /// Gives the front view the frozen columns, in their order and widths, and their place.
    void placeFront();

    GridHeader* m_header = nullptr;
    GridView* m_behind = nullptr;  ///< of a front view
    GridView* m_front = nullptr;
    QWidget* m_edge = nullptr;
    int m_frozen = -1;
    std::vector<Band> m_bands;
    bool m_isPlacing = false;
};

}  // namespace nextgen::ui
