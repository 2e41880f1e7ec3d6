#include "app/shell/chip.h"

#include <QPainter>

namespace nextgen::shell {

Chip::Chip(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setChip(const QString& text, ui::Tone tone) {
    m_text = text;
    m_tone = tone;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const {
    return {fontMetrics().horizontalAdvance(m_text) + 2 * ui::space::s + 2,
            fontMetrics().height() + ui::space::xs};
}

void Chip::paintEvent(QPaintEvent*) {
    const ui::TonePair colours = ui::toneColours(m_tone, ui::coloursIn(palette()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.ground);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setPen(colours.ink);
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

}  // namespace nextgen::shell
