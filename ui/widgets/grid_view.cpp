#include "ui/widgets/grid_view.h"

#include "ui/widgets/cell_delegate.h"
#include "ui/widgets/grid_header.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <algorithm>
#include <iterator>
#include <utility>

namespace nextgen::ui {

namespace {

constexpr int bandHeightPx = 30;
constexpr int bandSidePx = 10;
constexpr int foldMarkPx = 9;
// Frozen columns leave so much of the width to those that scroll.
constexpr int scrolledShareMin = 4;

}  // namespace

GridView::GridView(QWidget* parent) : QTableView(parent), m_header(new GridHeader(this)) {
    setUp();
    setEditTriggers(EditKeyPressed);
    m_front = new GridView(*this);
    m_front->hide();
    m_edge = new QWidget(this);
    m_edge->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_edge->setAutoFillBackground(true);
    m_edge->setFixedWidth(1);
    m_edge->hide();
    m_header->setCovered([this](int column) { return !m_front->isHidden() && isFrozen(column); });
    connect(m_header, &QHeaderView::sectionResized, this, &GridView::placeFront);
    connect(m_header, &QHeaderView::sectionMoved, this, &GridView::placeFront);
    connect(m_header, &QHeaderView::geometriesChanged, this, &GridView::placeFront);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_front->verticalScrollBar(),
            &QScrollBar::setValue);
    connect(m_front->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(),
            &QScrollBar::setValue);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, m_header, &GridHeader::placeLines);
    connect(m_front->m_header, &QHeaderView::sectionResized, this,
            [this](int column, int /*before*/, int width) {
                if (!m_isPlacing) {
                    setColumnWidth(column, width);
                }
            });
    connect(m_front, &QTableView::activated, this, &QTableView::activated);
}

GridView::GridView(GridView& behind)
    : QTableView(&behind), m_header(new GridHeader(this)), m_behind(&behind) {
    setUp();
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusProxy(&behind);
    m_header->setSectionsMovable(false);
}

void GridView::setUp() {
    setHorizontalHeader(m_header);
    setItemDelegate(new CellDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

GridHeader* GridView::frontHeader() const {
    return m_front->m_header;
}

void GridView::setModel(QAbstractItemModel* model) {
    m_frozen = -1;
    m_bands.clear();
    if (m_front != nullptr) {
        m_front->setModel(model);
        m_front->hide();
        m_edge->hide();
    }
    QTableView::setModel(model);
}

void GridView::setSelectionModel(QItemSelectionModel* selection) {
    QTableView::setSelectionModel(selection);
    if (m_front != nullptr) {
        m_front->setSelectionModel(selection);
    }
}

void GridView::scrollTo(const QModelIndex& index, ScrollHint hint) {
    if (m_front == nullptr || m_front->isHidden()) {
        QTableView::scrollTo(index, hint);
        return;
    }
    QScrollBar* across = horizontalScrollBar();
    const int before = across->value();
    QTableView::scrollTo(index, hint);
    if (isFrozen(index.column())) {
        across->setValue(before);
        return;
    }
    const QRect rect = visualRect(index);
    const int covered = layoutDirection() == Qt::RightToLeft
                            ? rect.right() + 1 - (viewport()->width() - m_front->width())
                            : m_front->width() - rect.left();
    if (covered > 0) {
        across->setValue(across->value() - covered);
    }
}

void GridView::setFrozen(int column) {
    m_frozen = column;
    placeFront();
    m_header->placeLines();
}

bool GridView::isFrozen(int column) const {
    return m_frozen >= 0 && m_header->visualIndex(column) <= m_header->visualIndex(m_frozen);
}

void GridView::setBands(std::vector<Band> bands) {
    QHeaderView* rows = verticalHeader();
    auto band = bands.begin();
    // A group's first row has the room for its band above the cells, of which a folded one shows none.
    for (int row = 0; row < rows->count(); ++row) {
        if (band != bands.end() && band->end <= row) {
            ++band;
        }
        const bool begins = band != bands.end() && band->row == row;
        const bool isFolded = band != bands.end() && band->row <= row && band->isFolded;
        const bool isHidden = isFolded && !begins;
        if (rows->isSectionHidden(row) != isHidden) {
            rows->setSectionHidden(row, isHidden);
        }
        const int height =
            (isFolded ? 0 : rows->defaultSectionSize()) + (begins ? scaled(bandHeightPx) : 0);
        if (!isHidden && rows->sectionSize(row) != height) {
            rows->resizeSection(row, height);
        }
    }
    m_bands = bands;
    viewport()->update();
    if (m_front != nullptr) {
        m_front->setBands(std::move(bands));
    }
}

const GridView::Band* GridView::bandOf(int row) const {
    const auto after = std::ranges::upper_bound(m_bands, row, {}, &Band::row);
    return row < 0 || after == m_bands.begin() ? nullptr : &*std::prev(after);
}

const GridView::Band* GridView::bandAt(const QPoint& place) const {
    const Band* band = bandOf(rowAt(place.y()));
    const bool isOver = band != nullptr && rowAt(place.y()) == band->row &&
                        place.y() < rowViewportPosition(band->row) + scaled(bandHeightPx);
    return isOver ? band : nullptr;
}

bool GridView::isFoldedAt(int row) const {
    const Band* band = bandOf(row);
    return band != nullptr && band->isFolded;
}

void GridView::layoutNow() {
    doItemsLayout();
    if (m_front != nullptr && !m_front->isHidden()) {
        m_front->doItemsLayout();
        m_front->verticalScrollBar()->setValue(verticalScrollBar()->value());
    }
}

void GridView::keyPressEvent(QKeyEvent* event) {
    const bool isEdge = event->key() == Qt::Key_Home || event->key() == Qt::Key_End;
    if (isEdge && !event->modifiers().testFlag(Qt::ShiftModifier)) {
        emit edgeWanted(event->key() == Qt::Key_End);
        return;
    }
    if (foldByKey(*event)) {
        return;
    }
    const bool isDown = event->key() == Qt::Key_Down || event->key() == Qt::Key_PageDown;
    const bool isUp = event->key() == Qt::Key_Up || event->key() == Qt::Key_PageUp;
    QModelIndex before = currentIndex();
    if (const Band* band = bandOf(before.row()); isUp && band != nullptr && band->isFolded) {
        // Whichever of its rows is current, the group stands in one line.
        before = before.siblingAtRow(band->row);
        selectionModel()->setCurrentIndex(before, QItemSelectionModel::NoUpdate);
    }
    QTableView::keyPressEvent(event);
    if ((isDown || isUp) && before.isValid() && before == currentIndex()) {
        emit beyondWanted(isDown);
    }
}

bool GridView::foldByKey(const QKeyEvent& key) {
    const Band* band = bandOf(currentIndex().row());
    if (band == nullptr || (key.modifiers() & ~Qt::KeypadModifier) != 0) {
        return false;
    }
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    const int inwards = isRightToLeft ? Qt::Key_Left : Qt::Key_Right;
    const int outwards = isRightToLeft ? Qt::Key_Right : Qt::Key_Left;
    if (band->isFolded) {
        if (key.key() == Qt::Key_Asterisk) {
            emit unfoldAllWanted();
            return true;
        }
        const bool isOpening = key.key() == inwards || key.key() == Qt::Key_Plus ||
                               key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
        if (isOpening) {
            emit foldWanted(band->row, false);
        }
        return isOpening || key.key() == outwards;
    }
    if (key.key() != outwards) {
        return false;
    }
    for (int visual = m_header->visualIndex(currentIndex().column()) - 1; visual >= 0; --visual) {
        if (!m_header->isSectionHidden(m_header->logicalIndex(visual))) {
            return false;
        }
    }
    emit foldWanted(band->row, true);
    return true;
}

void GridView::paintEvent(QPaintEvent* event) {
    QTableView::paintEvent(event);
    if (m_bands.empty() && m_behind == nullptr) {
        return;
    }
    QPainter painter(viewport());
    if (m_behind != nullptr) {
        // Where the columns that scroll begin; a band lies over it, since its title goes on there.
        const int edge = layoutDirection() == Qt::RightToLeft ? 0 : viewport()->width() - 1;
        painter.fillRect(QRect(edge, 0, 1, viewport()->height()), coloursIn(palette()).strongBorder);
    }
    // The front's part of a band goes on in the view behind it.
    const GridView& whole = m_behind != nullptr ? *m_behind : *this;
    const int width = whole.viewport()->width();
    const int left = layoutDirection() == Qt::RightToLeft ? viewport()->width() - width : 0;
    for (const Band& band : m_bands) {
        const QRect room(left, rowViewportPosition(band.row), width, scaled(bandHeightPx));
        if (room.intersects(viewport()->rect())) {
            paintBand(painter, band, room);
        }
    }
}

void GridView::paintBand(QPainter& painter, const Band& band, const QRect& room) const {
    const Colours& colours = coloursIn(palette());
    const int current = currentIndex().row();
    const bool isChosen = band.isFolded && selectionModel()->isRowSelected(band.row) &&
                          selectionModel()->isRowSelected(band.end - 1);
    painter.fillRect(room, isChosen ? colours.accentSoft : colours.raised);
    painter.fillRect(QRect(room.left(), room.bottom(), room.width(), 1), colours.border);

    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    const QRect mark = QStyle::visualRect(
        layoutDirection(), room,
        QRect(room.left() + bandSidePx, room.center().y() - foldMarkPx / 2, foldMarkPx, foldMarkPx));
    const QPointF middle = QRectF(mark).center();
    const double half = foldMarkPx / 2.0;
    const double aside = isRightToLeft ? -half : half;
    const QPolygonF folded({middle + QPointF(-aside / 2, -half), middle + QPointF(-aside / 2, half),
                            middle + QPointF(aside / 2, 0)});
    const QPolygonF open({middle + QPointF(-half, -half / 2), middle + QPointF(half, -half / 2),
                          middle + QPointF(0, half / 2)});
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.muted);
    painter.drawPolygon(band.isFolded ? folded : open);
    painter.setRenderHint(QPainter::Antialiasing, false);

    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(colours.text);
    painter.setLayoutDirection(layoutDirection());
    const int taken = bandSidePx + foldMarkPx + bandSidePx;
    const QRect text = isRightToLeft ? room.adjusted(bandSidePx, 0, -taken, 0)
                                     : room.adjusted(taken, 0, -bandSidePx, 0);
    painter.drawText(text,
                     static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) |
                                      Qt::AlignVCenter | Qt::TextSingleLine),
                     QFontMetrics(strong).elidedText(band.title, Qt::ElideRight, text.width()));
    const bool hasFocus = m_behind != nullptr ? m_behind->hasFocus() : this->hasFocus();
    if (band.isFolded && hasFocus && current >= band.row && current < band.end) {
        painter.setPen(QPen(colours.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(room.adjusted(1, 1, -1, -2));
    }
}

void GridView::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    placeFront();
}

void GridView::wheelEvent(QWheelEvent* event) {
    if (m_behind != nullptr) {
        m_behind->wheelEvent(event);
        return;
    }
    const QScrollBar* bar = verticalScrollBar();
    const int before = bar->value();
    QTableView::wheelEvent(event);
    if (event->angleDelta().y() != 0 && before == bar->value()) {
        emit beyondWanted(event->angleDelta().y() < 0);
    }
}

void GridView::changeEvent(QEvent* event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::PaletteChange) {
        placeFront();
    }
}

void GridView::updateGeometries() {
    QTableView::updateGeometries();
    placeFront();
}

bool GridView::edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) {
    if (isFoldedAt(index.row())) {
        return false;  // nobody would see what is typed
    }
    if (m_front != nullptr && !m_front->isHidden() && isFrozen(index.column())) {
        return m_front->edit(index, trigger, event);
    }
    return QTableView::edit(index, trigger, event);
}

void GridView::placeFront() {
    if (m_front == nullptr || m_isPlacing || model() == nullptr) {
        return;
    }
    const QScopedValueRollback placing(m_isPlacing, true);
    int width = 0;
    for (int column = 0; column < m_header->count(); ++column) {
        width += isFrozen(column) ? m_header->sectionSize(column) : 0;
    }
    const QRect room = viewport()->geometry();
    const bool isShown = width > 0 && width <= room.width() - room.width() / scrolledShareMin;
    const bool wasShown = !m_front->isHidden();
    if (isShown) {
        GridHeader* front = m_front->m_header;
        for (int visual = 0; visual < m_header->count(); ++visual) {
            const int column = m_header->logicalIndex(visual);
            front->moveSection(front->visualIndex(column), visual);
            const bool isHidden = m_header->isSectionHidden(column) || !isFrozen(column);
            front->setSectionHidden(column, isHidden);
            if (!isHidden) {
                front->resizeSection(column, m_header->sectionSize(column));
            }
        }
        const int left = layoutDirection() == Qt::RightToLeft ? room.right() + 1 - width : room.left();
        const int top = m_header->geometry().top();
        m_front->setGeometry(left, top, width, room.bottom() + 1 - top);
        QPalette edge = m_edge->palette();
        edge.setColor(QPalette::Window, coloursIn(palette()).strongBorder);
        m_edge->setPalette(edge);
        // Of the headings only: below them the front view draws it itself.
        m_edge->setGeometry(layoutDirection() == Qt::RightToLeft ? left : left + width - 1, top, 1,
                            m_header->height());
    }
    m_front->setVisible(isShown);
    m_edge->setVisible(isShown);
    if (isShown) {
        m_front->raise();
        m_edge->raise();
        m_front->verticalScrollBar()->setValue(verticalScrollBar()->value());
    }
    if (isShown != wasShown) {
        m_header->placeLines();
    }
}

}  // namespace nextgen::ui
