#include "app/shell/nav_button.h"

#include "ui/widgets/theme.h"

#include <QPainter>
#include <QStyle>

namespace nextgen::shell {

namespace {

constexpr int iconPx = 20;
constexpr int heightPx = 40;
constexpr int groupHeightPx = 36;
constexpr int inGroupHeightPx = 32;
constexpr int viewHeightPx = 28;
constexpr int chevronPx = 14;
constexpr int markPx = 3;

}  // namespace

NavButton::NavButton(ui::Icon icon, Level level, QWidget* parent)
    : QAbstractButton(parent), m_icon(icon), m_level(level) {
    setCheckable(level == Level::Page || level == Level::PageInGroup);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize NavButton::sizeHint() const {
    const int height = m_level == Level::Page    ? heightPx
                       : m_level == Level::Group ? groupHeightPx
                       : m_level == Level::View  ? viewHeightPx
                                                 : inGroupHeightPx;
    return {fontMetrics().horizontalAdvance(text()) + iconPx + 5 * ui::space::m, ui::scaled(height)};
}

void NavButton::setOpen(bool isOpen) {
    m_isOpen = isOpen;
    setAccessibleDescription(isOpen ? tr("open") : tr("closed"));
    update();
}

void NavButton::setCount(const QString& count) {
    m_count = count;
    setAccessibleDescription(count.isEmpty() ? QString() : tr("%1 records").arg(count));
    update();
}

/// From left to right, before it is mirrored.
QRect NavButton::textArea() const {
    const int indent = m_level == Level::View ? ui::space::m : 0;
    const int start = ui::space::m + iconPx + ui::space::s + ui::space::xs + indent;
    const int countPx = m_count.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_count) + 2 * ui::space::s;
    const int taken = m_level == Level::Group ? chevronPx + 2 * ui::space::s : ui::space::s + countPx;
    return {start, 0, width() - start - taken, height()};
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
    if (m_level == Level::Page || m_level == Level::Group) {
        const QRect iconArea = place(QRect(ui::space::m, (height() - iconPx) / 2, iconPx, iconPx));
        ui::icon(m_icon, isChecked() ? ui::Tint::Accent : ui::Tint::Muted).paint(&painter, iconArea);
    }
    if (m_level == Level::Group) {
        const QRect chevron = place(
            QRect(width() - ui::space::s - chevronPx, (height() - chevronPx) / 2, chevronPx, chevronPx));
        ui::icon(m_isOpen ? ui::Icon::ChevronUp : ui::Icon::ChevronDown, ui::Tint::Muted)
            .paint(&painter, chevron);
    }
    QFont font = this->font();
    font.setBold(isChecked() || m_level == Level::Group);
    painter.setFont(font);
    painter.setPen(isChecked() ? colours.accent : colours.text);
    if (m_level == Level::View) {
        painter.setPen(colours.muted);
        painter.drawText(
            place(QRect(0, 0, width() - ui::space::s, height())),
            static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter)),
            m_count);
    }
    const QRect room = textArea();
    painter.drawText(
        place(room),
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
        QFontMetrics(font).elidedText(text(), Qt::ElideRight, room.width()));
}

void NavButton::enterEvent(QEnterEvent*) {
    update();
}

void NavButton::leaveEvent(QEvent*) {
    update();
}

}  // namespace nextgen::shell
