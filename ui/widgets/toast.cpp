#include "ui/widgets/toast.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/icon.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace nextgen::ui {

namespace {
constexpr int widthMaxPx = 560;
}

Toast::Toast(QWidget* over)
    : QFrame(over),
      m_icon(new IconLabel(Icon::Info, Tint::Text, 20, this)),
      m_text(makeLabel({}, TextRole::Body, this)),
      m_action(new QPushButton(this)) {
    m_text->setWordWrap(true);
    m_action->setObjectName(QStringLiteral("toastActionButton"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::m, 10, space::m, 10);
    layout->setSpacing(space::s);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (underMouse() || m_action->hasFocus()) {
            m_timer.start();
        } else {
            hide();
        }
    });
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        emit actionTriggered();
    });
    over->installEventFilter(this);
    hide();
}

void Toast::showMessage(Tone tone, const QString& text, const QString& actionText, int forMs) {
    m_tone = tone;
    showTone(m_icon, tone);
    m_text->setText(text);
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    setAccessibleName(text);
    place();
    show();
    raise();
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
    m_timer.start(forMs);
}

QString Toast::text() const {
    return m_text->text();
}

bool Toast::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && !isHidden()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent* event) {
    QFrame::enterEvent(event);
    m_timer.stop();
}

void Toast::leaveEvent(QEvent* event) {
    QFrame::leaveEvent(event);
    m_timer.start();
}

void Toast::paintEvent(QPaintEvent* /*event*/) {
    const Colours& colours = coloursIn(palette());
    const TonePair pair = toneColours(m_tone, colours);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pair.ink);
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

void Toast::place() {
    const QWidget* over = parentWidget();
    const int room = over->width() - 2 * space::m;
    const int textWidth = m_text->fontMetrics().horizontalAdvance(m_text->text());
    const int extra = sizeHint().width() - m_text->sizeHint().width();
    const int wide = std::min({room, widthMaxPx, textWidth + extra + space::s});
    const int high = std::max(layout()->heightForWidth(wide), sizeHint().height());
    setGeometry((over->width() - wide) / 2, over->height() - high - space::l, wide, high);
}

}  // namespace nextgen::ui
