#include "ui/widgets/cell_delegate.h"

#include "ui/describe/record_model.h"
#include "ui/locale/format.h"
#include "ui/widgets/theme.h"

#include <QPainter>

namespace nextgen::ui {

namespace {

constexpr int sidePx = 8;
constexpr int iconPx = 16;
constexpr int chipHeightPx = 22;

QColor mixed(const QColor& a, const QColor& b) {
    return QColor((a.red() + b.red()) / 2, (a.green() + b.green()) / 2, (a.blue() + b.blue()) / 2);
}

QColor groundOf(const QStyleOptionViewItem& option, const QModelIndex& index, const Colours& colours) {
    const QVariant marked = index.data(Qt::BackgroundRole);
    QColor ground = colours.surface;
    if (option.state.testFlag(QStyle::State_MouseOver)) {
        ground = colours.raised;
    }
    if (option.state.testFlag(QStyle::State_Selected)) {
        ground = colours.accentSoft;
    }
    if (marked.isValid()) {
        const auto mark = marked.value<QColor>();
        ground = option.state.testFlag(QStyle::State_Selected) ? mixed(mark, ground) : mark;
    }
    return ground;
}

}  // namespace

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given,
                         const QModelIndex& index) const {
    QStyleOptionViewItem option(given);
    // What a row is higher than its cells is room for a band above them.
    const int rowHeight = option.widget->style()->pixelMetric(QStyle::PM_HeaderDefaultSectionSizeVertical);
    option.rect.setTop(std::max(option.rect.top(), option.rect.bottom() + 1 - rowHeight));
    const Colours& colours = coloursIn(option.palette);
    painter->save();
    painter->fillRect(option.rect, groundOf(option, index, colours));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      colours.border);

    QRect room = option.rect.adjusted(sidePx, 0, -sidePx, 0);
    const QVariant decoration = index.data(Qt::DecorationRole);
    if (decoration.isValid()) {
        QRect place(room.left(), room.center().y() - iconPx / 2, iconPx, iconPx);
        decoration.value<QIcon>().paint(painter, QStyle::visualRect(option.direction, room, place));
        const int taken = iconPx + 6;
        room = option.direction == Qt::RightToLeft ? room.adjusted(0, 0, -taken, 0)
                                                   : room.adjusted(taken, 0, 0, 0);
    }

    const QString text = index.data(Qt::DisplayRole).toString();
    const QVariant mark = index.data(RecordModelBase::MarkRole);
    const bool isGone = mark.isValid() && mark.toInt() == static_cast<int>(CellMark::Kind::Gone);
    const QVariant tone = index.data(RecordModelBase::ToneRole);
    painter->setFont(option.font);
    if (tone.isValid() && !text.isEmpty() && !isGone) {
        const TonePair pair = toneColours(static_cast<Tone>(tone.toInt()), colours);
        const int width = std::min(option.fontMetrics.horizontalAdvance(text) + 2 * sidePx, room.width());
        const int height = std::min(scaled(chipHeightPx), option.rect.height() - 3);
        QRect chip(room.left(), room.center().y() - height / 2 + 1, width, height);
        chip = QStyle::visualRect(option.direction, room, chip);
        painter->setRenderHint(QPainter::Antialiasing);
        // On a selected row a chip of the selection's colour needs an edge to be seen.
        QColor edge = pair.ink;
        edge.setAlphaF(0.35F);
        painter->setPen(option.state.testFlag(QStyle::State_Selected) ? QPen(edge) : QPen(Qt::NoPen));
        painter->setBrush(pair.ground);
        painter->drawRoundedRect(chip, height / 2.0, height / 2.0);
        painter->setPen(pair.ink);
        painter->drawText(chip, Qt::AlignCenter,
                          option.fontMetrics.elidedText(text, Qt::ElideRight, chip.width() - sidePx));
        painter->setRenderHint(QPainter::Antialiasing, false);
    } else {
        const QVariant ink = index.data(RecordModelBase::InkRole);
        painter->setPen(!option.state.testFlag(QStyle::State_Enabled) || isGone ? colours.muted
                        : ink.isValid() ? toneColours(static_cast<Tone>(ink.toInt()), colours).ink
                        : index.data(RecordModelBase::LinkRole).toBool() ? colours.accent
                                                                         : colours.text);
        painter->setLayoutDirection(directionOf(text, option.direction));
        const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        painter->drawText(
            room, static_cast<int>(QStyle::visualAlignment(option.direction, alignment)) | Qt::TextSingleLine,
            option.fontMetrics.elidedText(
                text, static_cast<Qt::TextElideMode>(index.data(RecordModelBase::ElideRole).toInt()),
                room.width()));
    }

    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(colours.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    int width = option.fontMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 2 * sidePx + 2;
    if (index.data(Qt::DecorationRole).isValid()) {
        width += iconPx + 6;
    }
    if (index.data(RecordModelBase::ToneRole).isValid()) {
        width += 2 * sidePx;
    }
    return {width, option.widget->style()->pixelMetric(QStyle::PM_HeaderDefaultSectionSizeVertical)};
}

}  // namespace nextgen::ui
