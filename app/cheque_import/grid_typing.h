#pragma once

#include <QModelIndex>
#include <QObject>

class QTableView;

namespace nextgen::ui {
class RecordGrid;
}

namespace nextgen::cheque_import {

/// Lets a grid be typed into as a spreadsheet is: typing or F2 edits the cell, Enter takes it and goes a row
/// down, Tab to the next cell, each with Shift the other way; Esc lets go of the cell, and then of the grid,
/// as Tab does behind the last cell.
class GridTyping : public QObject {
    Q_OBJECT

  public:
    /// The grid's view gets another delegate.
    explicit GridTyping(ui::RecordGrid& grid);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    /// Steps in columns as they are shown, and in rows; at a row's end Tab goes on in the next. False: there
    /// is no cell any more.
    bool step(int columns, int rows);

    QTableView* m_view;
    bool m_isLeaving = false;
};

}  // namespace nextgen::cheque_import
