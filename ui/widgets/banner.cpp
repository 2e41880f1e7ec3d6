#include "ui/widgets/banner.h"

#include "ui/widgets/icon.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace nextgen::ui {

void showTone(IconLabel* label, Tone tone) {
    switch (tone) {
        case Tone::Neutral:
            label->setIcon(Icon::Info, Tint::Muted);
            return;
        case Tone::Info:
            label->setIcon(Icon::Info, Tint::Accent);
            return;
        case Tone::Good:
            label->setIcon(Icon::Check, Tint::Good);
            return;
        case Tone::Warn:
            label->setIcon(Icon::Warning, Tint::Warn);
            return;
        case Tone::Bad:
            label->setIcon(Icon::Error, Tint::Bad);
            return;
    }
}

Banner::Banner(Tone tone, QWidget* parent)
    : QFrame(parent),
      m_tone(tone),
      m_icon(new IconLabel(Icon::Info, Tint::Text, 20, this)),
      m_text(makeLabel({}, TextRole::Body, this)),
      m_action(new QPushButton(this)),
      m_otherAction(new QPushButton(this)),
      m_close(new QToolButton(this)) {
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_action->setObjectName(QStringLiteral("actionButton"));
    m_action->hide();
    m_otherAction->setObjectName(QStringLiteral("otherActionButton"));
    m_otherAction->hide();
    m_close->setObjectName(QStringLiteral("closeButton"));
    m_close->setIcon(icon(Icon::Close, Tint::Muted));
    setKind(m_close, ButtonKind::Quiet);
    m_close->hide();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, space::s, 12, space::s);
    layout->setSpacing(space::s);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_otherAction);
    layout->addWidget(m_close);

    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_otherAction, &QPushButton::clicked, this, &Banner::otherActionTriggered);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    setTone(tone);
    setClosable(false);
}

void Banner::setTone(Tone tone) {
    m_tone = tone;
    showTone(m_icon, tone);
    update();
}

void Banner::setText(const QString& text) {
    m_text->setText(text);
    setAccessibleName(text);
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

QString Banner::text() const {
    return m_text->text();
}

void Banner::setAction(const QString& text) {
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Banner::setOtherAction(const QString& text) {
    m_otherAction->setText(text);
    m_otherAction->setVisible(!text.isEmpty());
}

void Banner::setClosable(bool isClosable) {
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(m_close->toolTip());
    m_close->setVisible(isClosable);
}

void Banner::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setClosable(!m_close->isHidden());
    }
}

void Banner::paintEvent(QPaintEvent* /*event*/) {
    const TonePair pair = toneColours(m_tone, coloursIn(palette()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor edge = pair.ink;
    edge.setAlphaF(0.35F);
    painter.setPen(edge);
    painter.setBrush(pair.ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

}  // namespace nextgen::ui
