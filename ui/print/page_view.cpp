#include "ui/print/page_view.h"

#include "ui/locale/format.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <limits>

namespace nextgen::print {

namespace {

constexpr int aroundPx = 16;
constexpr double scaleMin = 0.015;
constexpr double scaleMax = 0.3;
constexpr double fitMax = 0.06;  // a receipt need not fill a wide window
constexpr double unitsPerInch = 2540;

}  // namespace

PageView::PageView(QWidget* parent) : QAbstractScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Window);
    viewport()->setAutoFillBackground(true);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, viewport(), qOverload<>(&QWidget::update));
}

void PageView::showSheet(std::shared_ptr<const SheetLayout> layout) {
    m_layout = std::move(layout);
    setPage(m_page);
}

void PageView::setPage(int page, bool isAtEnd) {
    if (m_layout == nullptr) {
        return;
    }
    m_page = std::clamp(page, 0, m_layout->pageCount() - 1);
    fitBars();
    verticalScrollBar()->setValue(isAtEnd ? verticalScrollBar()->maximum() : 0);
    viewport()->update();
    setAccessibleName(
        tr("Page %1 of %2").arg(ui::showNumber(m_page + 1), ui::showNumber(m_layout->pageCount())));
    emit shown();
}

void PageView::turn(int direction) {
    if (m_layout == nullptr) {
        return;
    }
    QScrollBar* bar = verticalScrollBar();
    const bool isAtEdge = direction > 0 ? bar->value() >= bar->maximum() : bar->value() <= 0;
    if (!isAtEdge) {
        bar->setValue(bar->value() + direction * bar->pageStep());
    } else if (m_page + direction >= 0 && m_page + direction < m_layout->pageCount()) {
        setPage(m_page + direction, direction < 0);
    }
}

void PageView::zoomBy(double factor) {
    m_isFitting = false;
    m_scale = std::clamp(m_scale * factor, scaleMin, scaleMax);
    fitBars();
    viewport()->update();
    emit shown();
}

void PageView::fitWidth() {
    m_isFitting = true;
    fitBars();
    viewport()->update();
    emit shown();
}

int PageView::zoomPercent() const {
    return static_cast<int>(std::lround(m_scale * unitsPerInch / logicalDpiX() * 100));
}

double PageView::scaleForWidth() const {
    const double room = viewport()->width() - 2 * aroundPx;
    return std::clamp(room / widthOf(m_layout->paper()), scaleMin, fitMax);
}

QSizeF PageView::sizeOfPage() const {
    return QSizeF(widthOf(m_layout->paper()), m_layout->lengthOf(m_page)) * m_scale;
}

void PageView::fitBars() {
    if (m_layout == nullptr) {
        return;
    }
    if (m_isFitting) {
        m_scale = scaleForWidth();
    }
    const QSizeF page = sizeOfPage();
    const auto fit = [](QScrollBar* bar, double needed, int room) {
        bar->setRange(0, std::max(0, static_cast<int>(std::ceil(needed)) + 2 * aroundPx - room));
        bar->setPageStep(room);
        bar->setSingleStep(ui::scaled(24));
    };
    fit(verticalScrollBar(), page.height(), viewport()->height());
    fit(horizontalScrollBar(), page.width(), viewport()->width());
}

void PageView::paintEvent(QPaintEvent* event) {
    if (m_layout == nullptr) {
        return;
    }
    QPainter painter(viewport());
    const QSizeF size = sizeOfPage();
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const int x = isMirrored ? horizontalScrollBar()->maximum() - horizontalScrollBar()->value()
                             : horizontalScrollBar()->value();
    const double left = std::max<double>(aroundPx, (viewport()->width() - size.width()) / 2) - x;
    const double top = aroundPx - verticalScrollBar()->value();
    const QRectF page(QPointF(left, top), size);
    const ui::Colours& colours = ui::coloursIn(palette());
    painter.fillRect(page.adjusted(-1, -1, 1, 1), colours.strongBorder);
    painter.fillRect(page, Qt::white);
    painter.setClipRect(page);
    painter.translate(page.topLeft());
    painter.scale(m_scale, m_scale);
    const QRectF seen = painter.transform().inverted().mapRect(QRectF(event->rect()));
    m_layout->paint(painter, m_page, seen);
}

void PageView::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    fitBars();
    emit shown();
}

void PageView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_PageDown:
        case Qt::Key_Space:
            turn(1);
            break;
        case Qt::Key_PageUp:
            turn(-1);
            break;
        case Qt::Key_Home:
            setPage(0);
            break;
        case Qt::Key_End:
            setPage(std::numeric_limits<int>::max());
            break;
        default:
            QAbstractScrollArea::keyPressEvent(event);
    }
}

void PageView::wheelEvent(QWheelEvent* event) {
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoomBy(event->angleDelta().y() > 0 ? 1.1 : 1 / 1.1);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

}  // namespace nextgen::print
