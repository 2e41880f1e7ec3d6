#pragma once

#include <QModelIndex>
#include <QObject>

class QTableView;

namespace nextgen::ui {
class RecordGrid;
}

namespace nextgen::cheque_import {

/// Lets a grid be typed into as a spreadsheet is: typing or F2 edits the cell, Enter takes it and goes a row
/// down, Tab to the next cell, each with Shift the other way; Esc lets go. Ctrl+Tab leaves the grid.
class GridTyping : public QObject {
    Q_OBJECT

  public:
    /// The grid's view gets another delegate.
    explicit GridTyping(ui::RecordGrid& grid);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    /// Steps in columns as they are shown, and in rows; at a row's end Tab goes on in the next.
    void step(int columns, int rows);

    QTableView* m_view;
};

}  // namespace nextgen::cheque_import
