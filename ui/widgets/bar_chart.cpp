#include "ui/widgets/bar_chart.h"

#include "ui/locale/format.h"
#include "ui/widgets/stacked_bar.h"
#include "ui/widgets/theme.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QCursor>
#include <QEvent>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QToolTip>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <algorithm>

namespace nextgen::ui {

namespace {

constexpr int heightPx = 220;
constexpr std::size_t stepsMax = 5;

}  // namespace

std::vector<Money> axisSteps(Money most) {
    const std::int64_t rials = std::max<std::int64_t>(most.rials(), 1);
    std::int64_t step = 1;
    for (std::size_t i = 0; (rials + step - 1) / step > static_cast<std::int64_t>(stepsMax - 1); ++i) {
        step = i % 3 == 1 ? step / 2 * 5 : step * 2;  // 1, 2, 5, 10 …
    }
    std::vector<Money> steps;
    for (std::int64_t at = 0; at < rials + step; at += step) {
        steps.push_back(*Money::fromRials(std::min(at, Money::rialsMax)));
    }
    return steps;
}

/// The wheel belongs to what the chart stands in.
class BarChart::View : public QChartView {
  public:
    explicit View(QWidget* parent) : QChartView(parent) {
        setFrameShape(QFrame::NoFrame);
        setRenderHint(QPainter::Antialiasing);
        setFocusPolicy(Qt::NoFocus);
        setBackgroundBrush(Qt::NoBrush);
        viewport()->setAutoFillBackground(false);
        // Qt's charts know no direction: what is mirrored is mirrored in draw().
        setLayoutDirection(Qt::LeftToRight);
        setStyleSheet(QStringLiteral("background: transparent;"));
        QChart* empty = chart();
        empty->legend()->hide();
        empty->setBackgroundVisible(false);
        empty->setMargins(QMargins(0, space::s, 0, 0));  // half of the topmost label
        empty->layout()->setContentsMargins(0, 0, 0, 0);
    }

    QBarSet* bars = nullptr;
    QCategoryAxis* amounts = nullptr;

  protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

BarChart::BarChart(QWidget* parent) : QWidget(parent), m_view(new View(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(scaled(heightPx));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    draw();
}

BarChart::~BarChart() = default;

void BarChart::setBars(std::vector<Bar> bars) {
    m_bars = std::move(bars);
    m_current = std::min(m_current, static_cast<int>(m_bars.size()) - 1);
    draw();
}

void BarChart::setFaded(bool isFaded) {
    if (m_isFaded != isFaded) {
        m_isFaded = isFaded;
        draw();
    }
}

std::vector<int> BarChart::drawnOrder() const {
    std::vector<int> order;
    for (int bar = 0; bar < static_cast<int>(m_bars.size()); ++bar) {
        order.push_back(bar);
    }
    if (layoutDirection() == Qt::RightToLeft) {
        std::ranges::reverse(order);
    }
    return order;
}

QStringList BarChart::axisLabels() const {
    return m_view->amounts != nullptr ? m_view->amounts->categoriesLabels() : QStringList();
}

void BarChart::draw() {
    QChart* chart = m_view->chart();
    chart->removeAllSeries();
    for (QAbstractAxis* axis : chart->axes()) {
        chart->removeAxis(axis);
        delete axis;
    }
    m_view->bars = nullptr;
    m_view->amounts = nullptr;
    if (m_bars.empty()) {
        return;
    }
    const Colours& colours = coloursIn(palette());
    const QColor colour = m_isFaded ? colours.muted : seriesColour(0, palette());
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;

    auto* set = new QBarSet(QString());
    QStringList labels;
    Money most;
    for (const int bar : drawnOrder()) {
        const Bar& one = m_bars[static_cast<std::size_t>(bar)];
        set->append(static_cast<double>(std::max<std::int64_t>(one.amount.rials(), 0)));
        most = std::max(most, one.amount);
        // An axis takes each category once: what looks alike is told apart by signs without a width.
        labels << one.label + QString(labels.size(), QChar(0x200B));
    }
    set->setColor(colour);
    set->setBorderColor(Qt::transparent);
    set->setSelectedColor(colours.accentHover);
    auto* series = new QBarSeries;
    series->setBarWidth(0.7);
    series->append(set);
    chart->addSeries(series);
    m_view->bars = set;

    auto* categories = new QBarCategoryAxis;
    categories->append(labels);
    categories->setGridLineVisible(false);
    auto* amounts = new QCategoryAxis;
    const std::vector<Money> steps = axisSteps(most);
    for (const Money step : steps) {
        amounts->append(showMoneyShort(step), static_cast<double>(step.rials()));
    }
    amounts->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    amounts->setRange(0, static_cast<double>(steps.back().rials()));
    amounts->setLineVisible(false);
    for (QAbstractAxis* axis :
         {static_cast<QAbstractAxis*>(categories), static_cast<QAbstractAxis*>(amounts)}) {
        axis->setLabelsColor(colours.muted);
        axis->setLabelsFont(font());
        axis->setLinePenColor(colours.border);
        axis->setGridLineColor(colours.border);
    }
    chart->addAxis(categories, Qt::AlignBottom);
    chart->addAxis(amounts, isRightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    series->attachAxis(categories);
    series->attachAxis(amounts);
    m_view->amounts = amounts;

    const auto barAt = [this](int drawn) { return drawnOrder().at(static_cast<std::size_t>(drawn)); };
    connect(series, &QAbstractBarSeries::clicked, this, [this, barAt](int drawn) {
        // After the event: the answer may draw the chart anew.
        QMetaObject::invokeMethod(
            this, [this, bar = barAt(drawn)] { emit barActivated(bar); }, Qt::QueuedConnection);
    });
    connect(series, &QAbstractBarSeries::hovered, this, [this, barAt](bool isOn, int drawn) {
        m_view->setCursor(isOn ? Qt::PointingHandCursor : Qt::ArrowCursor);
        if (isOn) {
            QToolTip::showText(QCursor::pos(), tipOf(barAt(drawn)), this);
        } else {
            QToolTip::hideText();
        }
    });
    setCurrent(m_current);
}

QString BarChart::tipOf(int bar) const {
    const Bar& one = m_bars.at(static_cast<std::size_t>(bar));
    return QStringLiteral("%1: %2").arg(one.title, showMoneyWithUnit(one.amount));
}

void BarChart::setCurrent(int bar) {
    m_current = bar;
    if (m_view->bars == nullptr) {
        return;
    }
    m_view->bars->deselectAllBars();
    if (bar < 0) {
        return;
    }
    const std::vector<int> order = drawnOrder();
    m_view->bars->selectBar(static_cast<int>(std::ranges::find(order, bar) - order.begin()));
    setAccessibleDescription(tipOf(bar));
}

void BarChart::keyPressEvent(QKeyEvent* event) {
    const int count = static_cast<int>(m_bars.size());
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    if (count > 0 && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        const bool isForwards = (event->key() == Qt::Key_Right) != isRightToLeft;
        setCurrent(m_current < 0 ? 0 : std::clamp(m_current + (isForwards ? 1 : -1), 0, count - 1));
        QToolTip::showText(mapToGlobal(rect().center()), tipOf(m_current), this);
    } else if (m_current >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        emit barActivated(m_current);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void BarChart::focusOutEvent(QFocusEvent* event) {
    setCurrent(-1);
    QWidget::focusOutEvent(event);
}

void BarChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    switch (event->type()) {
        case QEvent::LanguageChange:
        case QEvent::LayoutDirectionChange:
        case QEvent::PaletteChange:
        case QEvent::FontChange:
            setMinimumHeight(scaled(heightPx));
            draw();
            break;
        default:
            break;
    }
}

}  // namespace nextgen::ui
