#include "ui/widgets/grid_header.h"

#include "ui/locale/format.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <utility>

namespace nextgen::ui {

namespace {

constexpr int lineHeightPx = 28;
constexpr int linesGapPx = 5;
constexpr int lineSidePx = 3;
constexpr int arrowPx = 8;

}  // namespace

GridHeader::GridHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(48);
    setTextElideMode(Qt::ElideRight);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QHeaderView::sectionResized, this, &GridHeader::placeLines);
    connect(this, &QHeaderView::sectionMoved, this, &GridHeader::placeLines);
    connect(this, &QHeaderView::geometriesChanged, this, &GridHeader::placeLines);
    connect(this, &QHeaderView::sectionClicked, this,
            [this](int column) { emit sortWanted(column, m_isAdding); });
}

void GridHeader::setSortMarks(std::vector<SortMark> marks) {
    m_marks = std::move(marks);
    viewport()->update();
}

void GridHeader::setCovered(std::function<bool(int column)> isCovered) {
    m_isCovered = std::move(isCovered);
    placeLines();
}

void GridHeader::setFilterColumns(std::vector<int> columns) {
    m_filterColumns = std::move(columns);
    for (QLineEdit* line : std::exchange(m_lines, {})) {
        line->deleteLater();
    }
    for (const int column : m_filterColumns) {
        auto* line = new QLineEdit(viewport());
        line->setProperty("quickFilter", true);
        line->setMaxLength(200);
        line->setClearButtonEnabled(true);
        line->installEventFilter(this);
        connect(line, &QLineEdit::textEdited, this,
                [this, column](const QString& text) { emit filterTyped(column, text); });
        m_lines.insert(column, line);
    }
    updateGeometry();
    emit geometriesChanged();
    placeLines();
}

int GridHeader::linesHeight() const {
    return m_filterColumns.empty() ? 0 : scaled(lineHeightPx) + linesGapPx;
}

QSize GridHeader::sizeHint() const {
    return QHeaderView::sizeHint() + QSize(0, linesHeight());
}

void GridHeader::placeLines() {
    for (auto line = m_lines.begin(); line != m_lines.end(); ++line) {
        const int column = line.key();
        const bool isShown = column < count() && !isSectionHidden(column) &&
                             !(m_isCovered && m_isCovered(column)) && sectionSize(column) > 2 * lineSidePx;
        if (isShown) {
            line.value()->setGeometry(sectionViewportPosition(column) + lineSidePx,
                                      height() - scaled(lineHeightPx) - linesGapPx + 1,
                                      sectionSize(column) - 2 * lineSidePx, scaled(lineHeightPx));
        }
        line.value()->setVisible(isShown);
    }
}

void GridHeader::paintSection(QPainter* painter, const QRect& rect, int column) const {
    const QRect heading = rect.adjusted(0, 0, 0, -linesHeight());
    painter->save();
    QHeaderView::paintSection(painter, heading, column);
    painter->restore();
    const Colours& colours = coloursIn(palette());
    if (hasFilterLines()) {
        painter->fillRect(
            QRect(rect.left(), heading.bottom(), rect.width(), rect.bottom() - heading.bottom()),
            colours.surface);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.border);
    }
    const auto mark = std::ranges::find(m_marks, column, &SortMark::column);
    if (mark == m_marks.end()) {
        return;
    }
    // A heading of numbers is aligned to the right in both directions: the arrow stands at its other side.
    const auto alignment =
        Qt::Alignment(model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    const bool isAtRight = !alignment.testFlag(Qt::AlignAbsolute) && layoutDirection() == Qt::LeftToRight;
    const QString place =
        m_marks.size() > 1 ? showNumber(static_cast<qint64>(mark - m_marks.begin()) + 1) : QString();
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.8);
    const int width = arrowPx + 4 + (place.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(place) + 3);
    const QRect room(isAtRight ? heading.right() - width - 3 : heading.left() + 3, heading.top(), width,
                     heading.height() - 1);
    painter->save();
    painter->fillRect(room, colours.surface);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colours.accent);
    const bool isUp = mark->order == Qt::AscendingOrder;
    const QPointF middle(isAtRight ? room.right() - arrowPx / 2.0 : room.left() + arrowPx / 2.0 + 1,
                         room.center().y() + 1);
    const double half = arrowPx / 2.0;
    const double tip = isUp ? -2.5 : 2.5;
    painter->drawPolygon(
        QPolygonF({middle + QPointF(-half, -tip), middle + QPointF(half, -tip), middle + QPointF(0, tip)}));
    if (!place.isEmpty()) {
        painter->setFont(small);
        painter->setPen(colours.accent);
        painter->drawText(
            isAtRight ? room.adjusted(0, 0, -arrowPx - 3, 0) : room.adjusted(arrowPx + 5, 0, 0, 0),
            static_cast<int>((isAtRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter), place);
    }
    painter->restore();
}

void GridHeader::mousePressEvent(QMouseEvent* event) {
    m_isAdding = event->modifiers().testFlag(Qt::ShiftModifier);
    QHeaderView::mousePressEvent(event);
}

void GridHeader::mouseReleaseEvent(QMouseEvent* event) {
    m_isAdding = event->modifiers().testFlag(Qt::ShiftModifier);
    QHeaderView::mouseReleaseEvent(event);
}

void GridHeader::resizeEvent(QResizeEvent* event) {
    QHeaderView::resizeEvent(event);
    placeLines();
}

bool GridHeader::eventFilter(QObject* watched, QEvent* event) {
    auto* line = qobject_cast<QLineEdit*>(watched);
    if (line != nullptr && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || (key == Qt::Key_Escape && line->text().isEmpty())) {
            emit filterLeft();
            return true;
        }
        if (key == Qt::Key_Escape) {
            line->clear();
            emit filterTyped(m_lines.key(line), {});
            return true;
        }
    }
    return QHeaderView::eventFilter(watched, event);
}

}  // namespace nextgen::ui
