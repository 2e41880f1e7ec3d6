#include "ui/widgets/busy_line.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyle>
#include <array>

namespace nextgen::ui {

namespace {

constexpr int heightPx = 3;
constexpr int stepCount = 60;
constexpr int stepMs = 25;

}  // namespace

BusyLine::BusyLine(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_timer.setInterval(stepMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_step = (m_step + 1) % stepCount;
        update();
    });
}

void BusyLine::setBusy(bool isBusy) {
    m_isBusy = isBusy;
    if (isBusy) {
        m_timer.start();
    } else {
        m_timer.stop();
    }
    setAccessibleName(isBusy ? tr("Loading") : QString());
    update();
}

QSize BusyLine::sizeHint() const {
    return {100, heightPx};
}

void BusyLine::paintEvent(QPaintEvent* /*event*/) {
    if (!m_isBusy) {
        return;
    }
    const Colours& colours = coloursIn(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.accentSoft);
    const int length = width() / 3;
    QRect run((width() + length) * m_step / stepCount - length, 0, length, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), run), colours.accent);
}

Skeleton::Skeleton(QWidget* parent) : QWidget(parent) {}

void Skeleton::paintEvent(QPaintEvent* /*event*/) {
    static constexpr std::array shares = {0.22, 0.16, 0.12, 0.10, 0.24};
    const int rowPx = style()->pixelMetric(QStyle::PM_HeaderDefaultSectionSizeVertical);
    constexpr int barPx = 10;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), coloursIn(palette()).surface);
    painter.setPen(Qt::NoPen);
    painter.setBrush(coloursIn(palette()).raised);
    for (int y = rowPx / 2; y < height(); y += rowPx) {
        int x = space::m;
        for (const double share : shares) {
            const QRect bar(x, y, static_cast<int>(width() * share) - space::m, barPx);
            painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), bar), 4, 4);
            x += static_cast<int>(width() * share) + space::s;
        }
    }
}

}  // namespace nextgen::ui
