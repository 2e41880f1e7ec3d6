#pragma once

#include "ui/widgets/cell_delegate.h"

#include <QModelIndex>
#include <QObject>
#include <functional>

class QTableView;

namespace nextgen::ui {

class RecordGrid;

/// Cells that are typed into as those of a spreadsheet are. In an editor Enter takes what was typed and goes
/// a row down, Tab to the next cell, each with Shift the other way; Esc lets go. A line edit, unless a
/// subclass makes something else.
class TypingDelegate : public CellDelegate {
    Q_OBJECT

  public:
    using CellDelegate::CellDelegate;

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

  signals:
    /// The cell is left: steps in columns as they are shown, and in rows.
    void stepWanted(int columns, int rows);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    /// Whether what stands in the editor can be taken; it stays open otherwise.
    virtual bool mayTake(QWidget* /*editor*/) const { return true; }
    /// For an editor that is made of several: keys and the focus of each count.
    void watchParts(QWidget* editor) const;

  private:
    void leave(QWidget* editor, int columns, int rows);
    void close(QWidget* editor, EndEditHint hint);
};

/// Lets a grid be typed into: typing or F2 edits the cell, Esc lets go of it and, in a spreadsheet, then of
/// the grid, as Tab does behind the last cell.
class GridTyping : public QObject {
    Q_OBJECT

  public:
    /// Whether Enter, Tab, Delete and a double click do to a cell that is not being edited what they do in a
    /// spreadsheet, or what they do in every list.
    enum class Keys { Spreadsheet, List };
    /// Makes the delegate of one of the grid's views, which is its parent.
    using MakeDelegate = std::function<TypingDelegate*(QTableView* view)>;

    /// Without `make` there is a line edit in every cell.
    explicit GridTyping(RecordGrid& grid, Keys keys = Keys::Spreadsheet, const MakeDelegate& make = {});

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    /// Steps in columns as they are shown, and in rows; at a row's end Tab goes on in the next. False: there
    /// is no cell any more.
    bool step(int columns, int rows);

    QTableView* m_view;
    bool m_isLeaving = false;
};

}  // namespace nextgen::ui
