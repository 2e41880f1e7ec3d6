#include "ui/widgets/grid_typing.h"

#include "ui/describe/record_model.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/grid_view.h"
#include "ui/widgets/record_grid.h"

#include <QApplication>
#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStyle>
#include <QTableView>
#include <optional>
#include <utility>

namespace nextgen::ui {

namespace {

/// Where a key leads, in columns and rows; nullopt for keys that do not leave the cell.
std::optional<std::pair<int, int>> stepOf(const QKeyEvent& key) {
    const bool isBack = key.modifiers().testFlag(Qt::ShiftModifier);
    switch (key.key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return std::pair(0, isBack ? -1 : 1);
        case Qt::Key_Tab:
            return std::pair(isBack ? -1 : 1, 0);
        case Qt::Key_Backtab:
            return std::pair(-1, 0);
        default:
            return std::nullopt;
    }
}

/// The editor of a cell that a widget is, or is a part of; nullptr when it is neither.
QWidget* editorOf(QWidget* part, const QAbstractItemDelegate* delegate) {
    for (QWidget* editor = part; editor != nullptr; editor = editor->parentWidget()) {
        QWidget* viewport = editor->parentWidget();
        const auto* view =
            viewport != nullptr ? qobject_cast<QAbstractItemView*>(viewport->parentWidget()) : nullptr;
        if (view != nullptr && view->viewport() == viewport && view->itemDelegate() == delegate) {
            return editor;
        }
    }
    return nullptr;
}

}  // namespace

QWidget* TypingDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                                      const QModelIndex& index) const {
    auto* editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("cellEditor"));
    editor->setFrame(false);
    // Inside the cell: the stylesheet's room for a form's field would hide half of the text.
    editor->setStyleSheet(QStringLiteral("padding: 0 6px; min-height: 0; border-radius: 0;"));
    const auto* model = qobject_cast<const RecordModelBase*>(index.model());
    const bool isText = model != nullptr && model->column(index.column()).kind == describe::Kind::Text &&
                        !model->column(index.column()).has(describe::Code);
    if (!isText) {
        // Digits are typed from left to right wherever the cell begins.
        editor->setLayoutDirection(Qt::LeftToRight);
        editor->setAlignment(QStyle::visualAlignment(
            parent->layoutDirection(), Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt())));
        showTypedDigits(editor);
    }
    return editor;
}

void TypingDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                          const QModelIndex& /*index*/) const {
    editor->setGeometry(option.rect);  // over a mark's icon too
}

void TypingDelegate::watchParts(QWidget* editor) const {
    for (QWidget* part : editor->findChildren<QWidget*>()) {
        if (part->focusPolicy() != Qt::NoFocus) {
            part->installEventFilter(const_cast<TypingDelegate*>(this));
        }
    }
}

bool TypingDelegate::eventFilter(QObject* watched, QEvent* event) {
    auto* part = qobject_cast<QWidget*>(watched);
    QWidget* editor = part != nullptr ? editorOf(part, this) : nullptr;
    if (editor == nullptr) {
        return false;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (const auto step = stepOf(key); step && !key.modifiers().testFlag(Qt::ControlModifier)) {
            leave(editor, step->first, step->second);
            return true;
        }
        if (key.key() == Qt::Key_Escape) {
            close(editor, RevertModelCache);
            return true;
        }
    }
    if (part == editor) {
        return CellDelegate::eventFilter(watched, event);
    }
    // The keyboard has gone elsewhere, beyond the editor and what it has opened.
    if (event->type() == QEvent::FocusOut && QApplication::activePopupWidget() == nullptr &&
        editor->isActiveWindow() && !editor->isAncestorOf(QApplication::focusWidget())) {
        leave(editor, 0, 0);
    }
    return false;
}

void TypingDelegate::close(QWidget* editor, EndEditHint hint) {
    // A part that goes loses the keyboard, which is no reason to take anything once more.
    for (QWidget* part : editor->findChildren<QWidget*>()) {
        part->removeEventFilter(this);
    }
    emit closeEditor(editor, hint);
}

void TypingDelegate::leave(QWidget* editor, int columns, int rows) {
    if (!mayTake(editor)) {
        return;
    }
    emit commitData(editor);
    close(editor, NoHint);
    if (columns != 0 || rows != 0) {
        emit stepWanted(columns, rows);
    }
}

GridTyping::GridTyping(RecordGrid& grid, Keys keys, const MakeDelegate& make)
    : QObject(&grid), m_view(grid.view()) {
    for (QTableView* view : {m_view, static_cast<GridView*>(m_view)->front()}) {
        TypingDelegate* delegate = make ? make(view) : new TypingDelegate(view);
        connect(delegate, &TypingDelegate::stepWanted, this, &GridTyping::step);
        view->setItemDelegate(delegate);
        view->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed |
                              (keys == Keys::Spreadsheet ? QAbstractItemView::DoubleClicked
                                                         : QAbstractItemView::NoEditTriggers));
    }
    if (keys == Keys::Spreadsheet) {
        m_view->installEventFilter(this);
    }
}

bool GridTyping::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view && event->type() == QEvent::KeyPress && !m_isLeaving) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (const auto wanted = stepOf(key); wanted && !key.modifiers().testFlag(Qt::ControlModifier)) {
            const bool isTab = key.key() == Qt::Key_Tab || key.key() == Qt::Key_Backtab;
            return step(wanted->first, wanted->second) || !isTab;
        }
        if (key.key() == Qt::Key_Escape) {
            const QScopedValueRollback leaving(m_isLeaving, true);
            QKeyEvent tab(QEvent::KeyPress, Qt::Key_Tab, Qt::NoModifier);
            QCoreApplication::sendEvent(m_view, &tab);
            return true;
        }
        const QModelIndex current = m_view->currentIndex();
        if (key.key() == Qt::Key_Delete && current.flags().testFlag(Qt::ItemIsEditable) &&
            !static_cast<GridView*>(m_view)->isFoldedAt(current.row())) {
            m_view->model()->setData(current, QString());
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

bool GridTyping::step(int columns, int rows) {
    const QAbstractItemModel* model = m_view->model();
    const QModelIndex current = m_view->currentIndex();
    if (model == nullptr || !current.isValid()) {
        return false;
    }
    const QHeaderView* header = m_view->horizontalHeader();
    int row = current.row() + rows;
    int visual = header->visualIndex(current.column());
    for (int left = std::abs(columns); left > 0;) {
        visual += columns > 0 ? 1 : -1;
        if (visual < 0 || visual >= header->count()) {
            row += columns > 0 ? 1 : -1;
            visual = columns > 0 ? 0 : header->count() - 1;
        }
        if (!header->isSectionHidden(header->logicalIndex(visual))) {
            --left;
        }
    }
    while (m_view->isRowHidden(row)) {
        row += row < current.row() ? -1 : 1;
    }
    if (row < 0 || row >= model->rowCount()) {
        return false;
    }
    const QModelIndex target = model->index(row, header->logicalIndex(visual));
    m_view->setCurrentIndex(target);
    m_view->scrollTo(target);
    m_view->setFocus();
    return true;
}

}  // namespace nextgen::ui
