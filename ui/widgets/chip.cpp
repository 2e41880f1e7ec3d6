#include "ui/widgets/chip.h"

#include "ui/describe/record_model.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace nextgen::ui {

Chip::Chip(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setChoice(std::nullopt);
}

void Chip::setChoice(std::optional<describe::Choice> choice) {
    m_choice = choice;
    setAccessibleName(text());
    setVisible(choice.has_value());
    updateGeometry();
    update();
}

QString Chip::text() const {
    return m_choice ? choiceTitle(*m_choice) : QString();
}

QSize Chip::sizeHint() const {
    return {fontMetrics().horizontalAdvance(text()) + 2 * space::s + 2, fontMetrics().height() + space::xs};
}

void Chip::paintEvent(QPaintEvent*) {
    const Tone tone = m_choice ? toneOf(*m_choice).value_or(Tone::Neutral) : Tone::Neutral;
    const TonePair colours = toneColours(tone, coloursIn(palette()));
    const QRect whole(0, 0, std::min(width(), sizeHint().width()), height());
    const QRect chip = QStyle::visualRect(layoutDirection(), rect(), whole);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.ground);
    painter.drawRoundedRect(chip, chip.height() / 2.0, chip.height() / 2.0);
    painter.setPen(colours.ink);
    painter.drawText(chip, Qt::AlignCenter, fontMetrics().elidedText(text(), Qt::ElideRight, chip.width()));
}

void Chip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(text());
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

}  // namespace nextgen::ui
