#include "ui/widgets/stacked_bar.h"

#include "ui/locale/format.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHelpEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace nextgen::ui {

namespace {

constexpr int barHeightPx = 28;
constexpr int markRoomPx = 6;
constexpr int partMinPx = 3;
constexpr int swatchPx = 12;

constexpr std::array<QRgb, 6> seriesLight = {0xFF2B5FC9, 0xFF6FA8DC, 0xFF0E8074,
                                             0xFF7A55C7, 0xFFC98A1B, 0xFFB3382F};
constexpr std::array<QRgb, 6> seriesDark = {0xFF7EA4FF, 0xFF3E6FB0, 0xFF4EC3B4,
                                            0xFFB79BF5, 0xFFE8B84E, 0xFFFF8A7E};

QString partText(const BarPart& part) {
    return QStringLiteral("%1: %2").arg(part.label, showMoneyWithUnit(part.amount));
}

QColor colourOf(const BarPart& part, std::size_t place, const QPalette& palette) {
    return part.colour.isValid() ? part.colour : seriesColour(place, palette);
}

}  // namespace

QColor seriesColour(std::size_t place, const QPalette& palette) {
    const bool isDark = coloursIn(palette).window.lightness() < 128;
    return QColor::fromRgba((isDark ? seriesDark : seriesLight).at(place % seriesLight.size()));
}

BarLegendButton::BarLegendButton(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void BarLegendButton::setPart(const BarPart& part, const QColor& colour) {
    setText(part.label);
    m_amount = showMoney(part.amount);
    m_colour = colour;
    setAccessibleName(partText(part));
    setToolTip(showMoneyInWords(part.amount));
    updateGeometry();
    update();
}

QSize BarLegendButton::sizeHint() const {
    QFont bold = font();
    bold.setBold(true);
    const int words =
        std::max(fontMetrics().horizontalAdvance(text()), QFontMetrics(bold).horizontalAdvance(m_amount));
    return {words + swatchPx + 4 * space::s, 2 * fontMetrics().height() + space::s};
}

void BarLegendButton::paintEvent(QPaintEvent* /*event*/) {
    const Colours& colours = coloursIn(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.raised);
        painter.drawRoundedRect(rect(), 6, 6);
    }
    if (hasFocus()) {
        painter.setPen(QPen(colours.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    const auto place = [this](const QRect& r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const int line = fontMetrics().height();
    const int top = (height() - 2 * line) / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colour);
    painter.drawRoundedRect(place(QRect(space::s, top + (line - swatchPx) / 2 + 1, swatchPx, swatchPx)), 3,
                            3);

    // Absolute: a painter in a right-to-left window would mirror it once more.
    const int side =
        (layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
    const int textX = space::s + swatchPx + space::s;
    const int wide = width() - textX - space::s;
    painter.setPen(colours.muted);
    painter.drawText(place(QRect(textX, top, wide, line)), side | Qt::AlignVCenter, text());
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(colours.text);
    painter.drawText(place(QRect(textX, top + line, wide, line)), side | Qt::AlignVCenter, m_amount);
}

void BarLegendButton::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    emit attention(true);
}

void BarLegendButton::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    emit attention(false);
}

void BarLegendButton::focusInEvent(QFocusEvent* event) {
    QAbstractButton::focusInEvent(event);
    // A window that opens with the keyboard here draws no attention to this part.
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
        emit attention(true);
    }
}

void BarLegendButton::focusOutEvent(QFocusEvent* event) {
    QAbstractButton::focusOutEvent(event);
    emit attention(false);
}

BarCanvas::BarCanvas(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BarCanvas::setParts(const std::vector<BarPart>& parts, std::optional<Money> limit) {
    m_parts = parts;
    m_limit = limit;
    update();
}

void BarCanvas::setHighlighted(int part) {
    if (part != m_highlighted) {
        m_highlighted = part;
        setCursor(part >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
        update();
    }
}

QSize BarCanvas::sizeHint() const {
    return {240, barHeightPx + 2 * markRoomPx};
}

std::vector<QRect> BarCanvas::partRects() const {
    std::vector<QRect> rects;
    const QRect bar = track();
    std::int64_t before = 0;
    int x = bar.left();
    for (const BarPart& part : m_parts) {
        const std::int64_t rials = std::max<std::int64_t>(part.amount.rials(), 0);
        if (rials == 0) {
            rects.emplace_back();
            continue;
        }
        before += rials;
        // A part that there is can be seen and hit, however small.
        const int end = std::clamp(std::max(positionOf(before), x + partMinPx), x, bar.right() + 1);
        rects.push_back(
            QStyle::visualRect(layoutDirection(), rect(), QRect(x, bar.top(), end - x, bar.height())));
        x = end;
    }
    return rects;
}

void BarCanvas::paintEvent(QPaintEvent* /*event*/) {
    const Colours& colours = coloursIn(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(track()), 6, 6);
    painter.setClipPath(outline);
    painter.fillRect(track(), colours.border);
    const std::vector<QRect> rects = partRects();
    for (std::size_t i = 0; i < rects.size(); ++i) {
        if (rects[i].isEmpty()) {
            continue;
        }
        QColor colour = colourOf(m_parts[i], i, palette());
        if (m_highlighted >= 0 && static_cast<std::size_t>(m_highlighted) != i) {
            colour.setAlphaF(0.45F);
        }
        // A hair of ground between neighbours.
        QRect part = rects[i];
        if (part.width() > 2 * partMinPx) {
            part.setWidth(part.width() - 1);
        }
        painter.fillRect(part, colour);
    }
    if (!m_limit) {
        return;
    }
    const std::int64_t total = scaleRials();
    const QRect bar = track();
    const int mark = positionOf(m_limit->rials());
    const auto place = [this](const QRect& r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    if (m_limit->rials() < total) {
        // What is beyond the limit is hatched, so that it shows without colour too.
        QColor hatch = colours.text;
        hatch.setAlphaF(0.5F);
        painter.fillRect(place(QRect(mark, bar.top(), bar.right() + 1 - mark, bar.height())),
                         QBrush(hatch, Qt::BDiagPattern));
    }
    painter.setClipping(false);
    const bool isOver = m_limit->rials() < total;
    painter.fillRect(place(QRect(std::clamp(mark - 1, 0, width() - 3), 0, 3, height())),
                     isOver ? colours.bad : colours.text);
}

void BarCanvas::mouseMoveEvent(QMouseEvent* event) {
    setHighlighted(partAt(event->position().toPoint()));
}

void BarCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (const int part = partAt(event->position().toPoint());
        event->button() == Qt::LeftButton && part >= 0) {
        emit partClicked(part);
    }
}

void BarCanvas::leaveEvent(QEvent* /*event*/) {
    setHighlighted(-1);
}

bool BarCanvas::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const int part = partAt(help->pos()); part >= 0) {
            QToolTip::showText(help->globalPos(), partText(m_parts[static_cast<std::size_t>(part)]), this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

int BarCanvas::partAt(const QPoint& position) const {
    const std::vector<QRect> rects = partRects();
    for (std::size_t i = 0; i < rects.size(); ++i) {
        if (rects[i].contains(position)) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

std::int64_t BarCanvas::scaleRials() const {
    std::int64_t total = 0;
    for (const BarPart& part : m_parts) {
        total += std::max<std::int64_t>(part.amount.rials(), 0);
    }
    return std::max<std::int64_t>({total, m_limit ? m_limit->rials() : 0, 1});
}

QRect BarCanvas::track() const {
    return {0, markRoomPx, width(), barHeightPx};
}

int BarCanvas::positionOf(std::int64_t rials) const {
    const double share = static_cast<double>(rials) / static_cast<double>(scaleRials());
    return static_cast<int>(std::clamp(share, 0.0, 1.0) * width());
}

StackedBar::StackedBar(QWidget* parent)
    : QWidget(parent),
      m_summary(makeLabel({}, TextRole::Strong, this)),
      m_canvas(new BarCanvas(this)),
      m_legend(new QWidget(this)) {
    m_summary->setWordWrap(true);
    m_legend->setLayout(new FlowLayout(space::s));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    m_legend->setSizePolicy(policy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    layout->addWidget(m_summary);
    layout->addWidget(m_canvas);
    layout->addWidget(m_legend);
    connect(m_canvas, &BarCanvas::partClicked, this,
            [this](int part) { emit partActivated(m_parts.at(static_cast<std::size_t>(part)).id); });
}

StackedBar::~StackedBar() {
    // A window that goes takes the focus from its parts after this destructor has run, and they would tell an
    // object that is no longer whole.
    for (BarLegendButton* entry : m_entries) {
        entry->disconnect(this);
    }
}

void StackedBar::setParts(std::vector<BarPart> parts) {
    m_parts = std::move(parts);
    while (m_entries.size() > m_parts.size()) {
        delete m_entries.back();
        m_entries.pop_back();
    }
    while (m_entries.size() < m_parts.size()) {
        auto* entry = new BarLegendButton(m_legend);
        const auto place = m_entries.size();
        connect(entry, &QAbstractButton::clicked, this,
                [this, place] { emit partActivated(m_parts.at(place).id); });
        connect(entry, &BarLegendButton::attention, this,
                [this, place](bool isOn) { m_canvas->setHighlighted(isOn ? static_cast<int>(place) : -1); });
        m_legend->layout()->addWidget(entry);
        entry->show();
        m_entries.push_back(entry);
    }
    showParts();
}

void StackedBar::setLimit(std::optional<Money> limit) {
    m_limit = limit;
    showParts();
}

Money StackedBar::total() const {
    Money sum;
    for (const BarPart& part : m_parts) {
        sum += part.amount;
    }
    return sum;
}

bool StackedBar::isOverLimit() const {
    return m_limit && total() > *m_limit;
}

QString StackedBar::summary() const {
    return m_summary->text();
}

void StackedBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        showParts();
    }
}

void StackedBar::showParts() {
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        m_entries[i]->setPart(m_parts[i], colourOf(m_parts[i], i, palette()));
    }
    m_canvas->setParts(m_parts, m_limit);
    const Money sum = total();
    if (!m_limit) {
        m_summary->setText(showMoneyWithUnit(sum));
    } else if (isOverLimit()) {
        m_summary->setText(
            tr("%1 of a limit of %2 — over by %3")
                .arg(showMoney(sum), showMoneyWithUnit(*m_limit), showMoneyWithUnit(sum - *m_limit)));
    } else {
        m_summary->setText(
            tr("%1 of a limit of %2 — %3 free")
                .arg(showMoney(sum), showMoneyWithUnit(*m_limit), showMoneyWithUnit(*m_limit - sum)));
    }
    setTextRole(m_summary, TextRole::Strong);
    setStyleProperty(m_summary, "tone", isOverLimit() ? QStringLiteral("bad") : QString());
    m_canvas->setAccessibleName(m_summary->text());
    setAccessibleName(m_summary->text());
}

}  // namespace nextgen::ui
