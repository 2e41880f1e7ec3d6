#include "app/cheque_import/grid_typing.h"

#include "ui/describe/record_model.h"
#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/code_edit.h"
#include "ui/widgets/record_grid.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStyle>
#include <QTableView>
#include <functional>
#include <optional>
#include <utility>

namespace nextgen::cheque_import {

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

/// A line edit in the cell; keys that leave it take what was typed and then step.
class TypingDelegate : public ui::CellDelegate {
    Q_OBJECT

  public:
    TypingDelegate(std::function<void(int, int)> step, QObject* parent)
        : CellDelegate(parent), m_step(std::move(step)) {}

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                          const QModelIndex& index) const override {
        auto* editor = new QLineEdit(parent);
        editor->setObjectName(QStringLiteral("cellEditor"));
        editor->setFrame(false);
        // Inside the cell: the stylesheet's room for a form's field would hide half of the text.
        editor->setStyleSheet(QStringLiteral("padding: 0 6px; min-height: 0; border-radius: 0;"));
        const auto* model = qobject_cast<const ui::RecordModelBase*>(index.model());
        const bool isText = model != nullptr && model->column(index.column()).kind == describe::Kind::Text &&
                            !model->column(index.column()).has(describe::Code);
        if (!isText) {
            // Digits are typed from left to right wherever the cell begins.
            editor->setLayoutDirection(Qt::LeftToRight);
            editor->setAlignment(QStyle::visualAlignment(
                parent->layoutDirection(), Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt())));
            ui::showTypedDigits(editor);
        }
        return editor;
    }

    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& /*index*/) const override {
        editor->setGeometry(option.rect);  // over a mark's icon too
    }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        auto* editor = qobject_cast<QWidget*>(watched);
        if (editor != nullptr && event->type() == QEvent::KeyPress) {
            if (const auto step = stepOf(*static_cast<QKeyEvent*>(event))) {
                emit commitData(editor);
                emit closeEditor(editor, NoHint);
                m_step(step->first, step->second);
                return true;
            }
        }
        return CellDelegate::eventFilter(watched, event);
    }

  private:
    std::function<void(int, int)> m_step;
};

}  // namespace

GridTyping::GridTyping(ui::RecordGrid& grid) : QObject(&grid), m_view(grid.view()) {
    m_view->setItemDelegate(
        new TypingDelegate([this](int columns, int rows) { step(columns, rows); }, m_view));
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed |
                            QAbstractItemView::DoubleClicked);
    m_view->installEventFilter(this);
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
        if (key.key() == Qt::Key_Delete && current.flags().testFlag(Qt::ItemIsEditable)) {
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
    if (row < 0 || row >= model->rowCount()) {
        return false;
    }
    const QModelIndex target = model->index(row, header->logicalIndex(visual));
    m_view->setCurrentIndex(target);
    m_view->scrollTo(target);
    m_view->setFocus();
    return true;
}

}  // namespace nextgen::cheque_import

#include "grid_typing.moc"
