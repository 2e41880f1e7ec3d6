#include "ui/widgets/jalali_date_edit.h"

#include "shared/core/jalali.h"
#include "ui/locale/format.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/jalali_calendar.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>

namespace nextgen::ui {

JalaliDateEdit::JalaliDateEdit(QWidget* parent)
    : QWidget(parent),
      m_line(new QLineEdit(this)),
      m_open(new QAction(icon(Icon::Calendar, Tint::Muted), {}, this)),
      m_hint(makeLabel({}, TextRole::Small, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_line);
    layout->addWidget(m_hint);
    m_hint->setWordWrap(true);
    m_line->setMaxLength(32);
    // Year, month and day keep their order, and the arrow keys theirs, in either language.
    m_line->setLayoutDirection(Qt::LeftToRight);
    m_line->installEventFilter(this);
    m_open->setShortcut(QKeySequence(Qt::Key_F4));
    m_open->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    setFocusProxy(m_line);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_line, &QLineEdit::textEdited, this, &JalaliDateEdit::readText);
    connect(m_line, &QLineEdit::editingFinished, this, &JalaliDateEdit::finish);
    connect(m_open, &QAction::triggered, this, &JalaliDateEdit::openCalendar);
    alignText();
    retranslate();
}

JalaliDateEdit::~JalaliDateEdit() {
    // A window that goes takes the focus from its parts after this destructor has run, and they would tell an
    // object that is no longer whole.
    m_line->disconnect(this);
    m_line->removeEventFilter(this);
}

void JalaliDateEdit::setToday(std::optional<Date> today) {
    m_today = today;
    showHint();
}

void JalaliDateEdit::setValue(std::optional<Date> value) {
    m_line->setText(value ? showDate(*value) : QString());
    setRefused(m_line, false);
    take(value);
}

bool JalaliDateEdit::isAcceptable() const {
    return m_value.has_value() || m_line->text().trimmed().isEmpty();
}

void JalaliDateEdit::setHintVisible(bool isVisible) {
    m_isHintWanted = isVisible;
    showHint();
}

void JalaliDateEdit::openCalendar() {
    if (m_line->isReadOnly() || !isEnabled()) {
        return;
    }
    auto* popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setObjectName(QStringLiteral("calendarPopup"));
    popup->setProperty("popup", true);
    auto* calendar = new JalaliCalendar(popup);
    calendar->setToday(m_today);
    calendar->setChosen(m_value);
    auto* layout = new QVBoxLayout(popup);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(calendar);
    connect(calendar, &JalaliCalendar::dateChosen, this, [this, popup](Date date) {
        popup->close();
        setValue(date);
        m_line->setFocus();
        emit editingFinished();
    });

    popup->adjustSize();
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    QPoint corner = m_line->mapToGlobal(
        QPoint(isRightToLeft ? m_line->width() - popup->width() : 0, m_line->height() + 2));
    const QRect room = screen()->availableGeometry();
    if (corner.y() + popup->height() > room.bottom()) {
        corner.setY(m_line->mapToGlobal(QPoint(0, 0)).y() - popup->height() - 2);
    }
    corner.setX(std::clamp(corner.x(), room.left(), std::max(room.left(), room.right() - popup->width())));
    corner.setY(std::max(corner.y(), room.top()));
    popup->move(corner);
    popup->show();
    calendar->setFocus();
}

void JalaliDateEdit::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_line->setText(m_value ? showDate(*m_value) : showDigits(m_line->text()));
        retranslate();
    } else if (event->type() == QEvent::LayoutDirectionChange) {
        alignText();
    }
}

bool JalaliDateEdit::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_line || event->type() != QEvent::KeyPress || m_line->isReadOnly()) {
        return QWidget::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    const std::optional<Date> from = m_value ? m_value : m_today;
    switch (key->key()) {
        case Qt::Key_Down:
            if (key->modifiers().testFlag(Qt::AltModifier)) {
                openCalendar();
            } else if (from) {
                setValue(m_value ? from->plusDays(-1) : *from);
            }
            return true;
        case Qt::Key_Up:
            if (from) {
                setValue(m_value ? from->plusDays(1) : *from);
            }
            return true;
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            if (from) {
                const int months = key->key() == Qt::Key_PageUp ? 1 : -1;
                setValue(JalaliDate::fromDate(*from).plusMonths(months).toDate());
            }
            return true;
        default:
            return QWidget::eventFilter(watched, event);
    }
}

void JalaliDateEdit::readText() {
    const int cursor = m_line->cursorPosition();
    m_line->setText(showDigits(m_line->text()));
    m_line->setCursorPosition(cursor);
    take(readDateText(m_line->text(), m_today));
}

void JalaliDateEdit::take(std::optional<Date> value) {
    if (value || m_line->text().trimmed().isEmpty()) {
        setRefused(m_line, false);
    }
    if (value != m_value) {
        m_value = value;
        emit valueChanged(m_value);
    }
    showHint();
}

void JalaliDateEdit::finish() {
    if (m_value) {
        m_line->setText(showDate(*m_value));
    }
    setRefused(m_line, !isAcceptable());
    showHint();
    emit editingFinished();
}

void JalaliDateEdit::showHint() {
    m_hint->setVisible(m_isHintWanted);
    if (m_value) {
        setTextRole(m_hint, TextRole::Small);
        m_hint->setText(QStringLiteral("%1 · %2").arg(showDateLong(*m_value), showDateGregorian(*m_value)));
    } else if (isAcceptable()) {
        setTextRole(m_hint, TextRole::Small);
        m_hint->setText(m_today ? tr("Short forms: today, +10, 15, end of month") : QString());
    } else {
        setTextRole(m_hint, TextRole::Error);
        m_hint->setText(tr("Not a date: type it as %1").arg(showDigits(QStringLiteral("1405/09/15"))));
    }
    m_line->setAccessibleDescription(m_hint->text());
}

void JalaliDateEdit::retranslate() {
    m_open->setText(tr("Open the calendar"));
    m_open->setToolTip(tr("Open the calendar (Alt+Down)"));
    showHint();
}

void JalaliDateEdit::alignText() {
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    m_line->setAlignment(Qt::AlignAbsolute | Qt::AlignVCenter |
                         (isRightToLeft ? Qt::AlignRight : Qt::AlignLeft));
    // The line is left-to-right for its text, so the icon's place is turned by hand.
    m_line->removeAction(m_open);
    m_line->addAction(m_open, isRightToLeft ? QLineEdit::LeadingPosition : QLineEdit::TrailingPosition);
}

}  // namespace nextgen::ui
