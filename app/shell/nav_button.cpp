#include "app/shell/nav_button.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyle>

namespace nextgen::shell {

namespace {

constexpr int iconPx = 20;
constexpr int heightPx = 40;
constexpr int markPx = 3;

}  // namespace

NavButton::NavButton(ui::Icon icon, QWidget* parent) : QAbstractButton(parent), m_icon(icon) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize NavButton::sizeHint() const {
    return {fontMetrics().horizontalAdvance(text()) + iconPx + 5 * ui::space::m, heightPx};
}

void NavButton::paintEvent(QPaintEvent*) {
    const ui::Colours& colours = ui::coloursIn(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(Qt::NoPen);
    if (isChecked() || underMouse()) {
        painter.setBrush(isChecked() ? colours.accentSoft : colours.raised);
        painter.drawRoundedRect(box, 6, 6);
    }
    const auto place = [this](const QRect& area) {
        return QStyle::visualRect(layoutDirection(), rect(), area);
    };
    if (isChecked()) {
        painter.setBrush(colours.accent);
        painter.drawRoundedRect(place(QRect(2, 9, markPx, height() - 18)), 1.5, 1.5);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.accent, 1));
        painter.drawRoundedRect(box, 6, 6);
    }
    const QRect iconArea = place(QRect(ui::space::m, (height() - iconPx) / 2, iconPx, iconPx));
    ui::icon(m_icon, isChecked() ? ui::Tint::Accent : ui::Tint::Muted).paint(&painter, iconArea);
    QFont font = this->font();
    font.setBold(isChecked());
    painter.setFont(font);
    painter.setPen(isChecked() ? colours.accent : colours.text);
    const int textStart = ui::space::m + iconPx + ui::space::s + ui::space::xs;
    painter.drawText(
        place(QRect(textStart, 0, width() - textStart - ui::space::s, height())),
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
        text());
}

void NavButton::enterEvent(QEnterEvent*) {
    update();
}

void NavButton::leaveEvent(QEvent*) {
    update();
}

}  // namespace nextgen::shell
