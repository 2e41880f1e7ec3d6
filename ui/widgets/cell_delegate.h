#pragma once

#include <QStyledItemDelegate>

namespace nextgen::ui {

/// Paints the cells of a RecordGrid: room at the sides, chips for choices, tinted grounds and icons for
/// marked cells, a ring around the current one.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace nextgen::ui
