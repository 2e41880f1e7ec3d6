#include "ui/widgets/jalali_calendar.h"

#include "ui/locale/format.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace nextgen::ui {

namespace {

constexpr int daySizePx = 36;
constexpr int friday = 6;
constexpr int yearsInMenu = 6;

QToolButton* makeButton(QWidget* parent) {
    auto* button = new QToolButton(parent);
    setKind(button, ButtonKind::Quiet);
    // The calendar itself holds the keyboard, so that the arrows always walk the days.
    button->setFocusPolicy(Qt::NoFocus);
    return button;
}

}  // namespace

DayButton::DayButton(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
}

void DayButton::show(Date date, const Look& look) {
    m_date = date;
    m_look = look;
    setText(showDigits(QString::number(JalaliDate::fromDate(date).day)));
    setAccessibleName(showDateLong(date));
    setToolTip(showDateGregorian(date));
    update();
}

QSize DayButton::sizeHint() const {
    return {daySizePx, daySizePx};
}

void DayButton::paintEvent(QPaintEvent* /*event*/) {
    const Colours& colours = coloursIn(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF cell = QRectF(rect()).adjusted(2, 2, -2, -2);
    QColor ink = m_look.isHoliday ? colours.holiday : colours.text;
    if (m_look.isChosen) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.accent);
        painter.drawRoundedRect(cell, 6, 6);
        ink = colours.onAccent;
    } else if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.raised);
        painter.drawRoundedRect(cell, 6, 6);
    }
    if (m_look.isToday && !m_look.isChosen) {
        painter.setPen(QPen(colours.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    if (m_look.hasCursor) {
        painter.setPen(QPen(m_look.isChosen ? colours.text : colours.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 7, 7);
    }
    if (m_look.isOtherMonth && !m_look.isChosen) {
        ink.setAlphaF(0.45F);
    }
    QFont font = painter.font();
    font.setBold(m_look.isToday);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

JalaliCalendar::JalaliCalendar(QWidget* parent)
    : QWidget(parent),
      m_previousYear(makeButton(this)),
      m_previousMonth(makeButton(this)),
      m_month(makeButton(this)),
      m_year(makeButton(this)),
      m_nextMonth(makeButton(this)),
      m_nextYear(makeButton(this)),
      m_todayButton(makeButton(this)),
      m_gregorian(makeLabel({}, TextRole::Small, this)) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_previousYear->setIcon(icon(Icon::ChevronsPrevious, Tint::Muted));
    m_previousMonth->setIcon(icon(Icon::ChevronPrevious, Tint::Muted));
    m_nextMonth->setIcon(icon(Icon::ChevronNext, Tint::Muted));
    m_nextYear->setIcon(icon(Icon::ChevronsNext, Tint::Muted));
    m_month->setObjectName(QStringLiteral("monthButton"));
    m_year->setObjectName(QStringLiteral("yearButton"));
    m_nextMonth->setObjectName(QStringLiteral("nextMonthButton"));
    m_previousMonth->setObjectName(QStringLiteral("previousMonthButton"));

    auto* header = new QHBoxLayout;
    header->setSpacing(0);
    header->addWidget(m_previousYear);
    header->addWidget(m_previousMonth);
    header->addStretch();
    header->addWidget(m_month);
    header->addWidget(m_year);
    header->addStretch();
    header->addWidget(m_nextMonth);
    header->addWidget(m_nextYear);

    auto* grid = new QGridLayout;
    grid->setSpacing(0);
    for (std::size_t column = 0; column < m_weekdays.size(); ++column) {
        auto* label = makeLabel({}, TextRole::Small, this);
        label->setAlignment(Qt::AlignCenter);
        grid->addWidget(label, 0, static_cast<int>(column));
        m_weekdays.at(column) = label;
    }
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        auto* day = new DayButton(this);
        day->setFixedSize(day->sizeHint());
        grid->addWidget(day, static_cast<int>(i / 7) + 1, static_cast<int>(i % 7));
        connect(day, &QAbstractButton::clicked, this, [this, day] { pick(day->date()); });
        m_days.at(i) = day;
    }

    auto* footer = new QHBoxLayout;
    footer->addWidget(m_gregorian);
    footer->addStretch();
    footer->addWidget(m_todayButton);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::s, space::s, space::s, space::s);
    layout->setSpacing(space::xs);
    layout->addLayout(header);
    layout->addLayout(grid);
    layout->addLayout(footer);

    connect(m_previousYear, &QToolButton::clicked, this, [this] { moveByMonths(-12); });
    connect(m_previousMonth, &QToolButton::clicked, this, [this] { moveByMonths(-1); });
    connect(m_nextMonth, &QToolButton::clicked, this, [this] { moveByMonths(1); });
    connect(m_nextYear, &QToolButton::clicked, this, [this] { moveByMonths(12); });
    connect(m_todayButton, &QToolButton::clicked, this, [this] { pick(*m_today); });
    connect(m_month, &QToolButton::clicked, this, &JalaliCalendar::showMonthMenu);
    connect(m_year, &QToolButton::clicked, this, &JalaliCalendar::showYearMenu);
    retranslate();
}

void JalaliCalendar::setToday(std::optional<Date> today) {
    const bool isUntouched = !m_chosen && m_cursor == Date();
    m_today = today;
    if (today && isUntouched) {
        m_cursor = *today;
    }
    fill();
}

void JalaliCalendar::setChosen(std::optional<Date> chosen) {
    m_chosen = chosen;
    moveCursor(chosen.value_or(m_today.value_or(m_cursor)));
}

void JalaliCalendar::keyPressEvent(QKeyEvent* event) {
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    const bool isByYear = event->modifiers().testFlag(Qt::ControlModifier);
    const JalaliDate at = JalaliDate::fromDate(m_cursor);
    switch (event->key()) {
        case Qt::Key_Right:
            moveCursor(m_cursor.plusDays(forward));
            break;
        case Qt::Key_Left:
            moveCursor(m_cursor.plusDays(-forward));
            break;
        case Qt::Key_Up:
            moveCursor(m_cursor.plusDays(-7));
            break;
        case Qt::Key_Down:
            moveCursor(m_cursor.plusDays(7));
            break;
        case Qt::Key_PageUp:
            moveByMonths(isByYear ? -12 : -1);
            break;
        case Qt::Key_PageDown:
            moveByMonths(isByYear ? 12 : 1);
            break;
        case Qt::Key_Home:
            moveCursor(m_cursor.plusDays(1 - at.day));
            break;
        case Qt::Key_End:
            moveCursor(m_cursor.plusDays(JalaliDate::daysInMonth(at.year, at.month) - at.day));
            break;
        case Qt::Key_T:
            if (m_today) {
                moveCursor(*m_today);
            }
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            pick(m_cursor);
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

void JalaliCalendar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void JalaliCalendar::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    fill();
}

void JalaliCalendar::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    fill();
}

void JalaliCalendar::wheelEvent(QWheelEvent* event) {
    if (const int turn = event->angleDelta().y(); turn != 0) {
        moveByMonths(turn < 0 ? 1 : -1);
    }
    event->accept();
}

void JalaliCalendar::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), coloursIn(palette()).surface);
}

void JalaliCalendar::retranslate() {
    m_previousYear->setToolTip(tr("Previous year (Ctrl+PageUp)"));
    m_previousMonth->setToolTip(tr("Previous month (PageUp)"));
    m_nextMonth->setToolTip(tr("Next month (PageDown)"));
    m_nextYear->setToolTip(tr("Next year (Ctrl+PageDown)"));
    m_month->setToolTip(tr("Choose the month"));
    m_year->setToolTip(tr("Choose the year"));
    for (auto* button : {m_previousYear, m_previousMonth, m_nextMonth, m_nextYear}) {
        button->setAccessibleName(button->toolTip());
    }
    m_todayButton->setText(tr("Today"));
    setAccessibleDescription(tr("Arrow keys walk the days, Enter chooses"));
    fill();
}

void JalaliCalendar::moveCursor(Date date) {
    // The ends of what the product's calendar covers hold the cursor back.
    static const Date first = JalaliDate::of(1200, 1, 1)->toDate();
    static const Date last = JalaliDate::of(1500, 12, 29)->toDate();
    m_cursor = std::clamp(date, first, last);
    fill();
    QAccessibleEvent spoken(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&spoken);
}

void JalaliCalendar::moveByMonths(int months) {
    moveCursor(JalaliDate::fromDate(m_cursor).plusMonths(months).toDate());
}

void JalaliCalendar::pick(Date date) {
    m_chosen = date;
    moveCursor(date);
    emit dateChosen(date);
}

void JalaliCalendar::fill() {
    const JalaliDate at = JalaliDate::fromDate(m_cursor);
    const Date monthStart = m_cursor.plusDays(1 - at.day);
    const Date gridStart = monthStart.plusDays(-JalaliDate::fromDate(monthStart).weekday());
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        const Date date = gridStart.plusDays(static_cast<int>(i));
        m_days.at(i)->show(date, {.isOtherMonth = JalaliDate::fromDate(date).month != at.month,
                                  .isToday = m_today == date,
                                  .isChosen = m_chosen == date,
                                  .isHoliday = i % 7 == friday,
                                  .hasCursor = hasFocus() && date == m_cursor});
    }
    for (std::size_t column = 0; column < m_weekdays.size(); ++column) {
        m_weekdays.at(column)->setText(weekdayInitial(static_cast<int>(column)));
        m_weekdays.at(column)->setToolTip(weekdayTitle(static_cast<int>(column)));
    }
    m_month->setText(jalaliMonthTitle(at.month));
    m_year->setText(showDigits(QString::number(at.year)));
    m_gregorian->setText(showDateGregorian(m_cursor));
    m_todayButton->setVisible(m_today.has_value());
    setAccessibleName(showDateLong(m_cursor));
}

void JalaliCalendar::showMonthMenu() {
    QMenu menu(this);
    const int shown = JalaliDate::fromDate(m_cursor).month;
    for (int month = 1; month <= 12; ++month) {
        QAction* action = menu.addAction(jalaliMonthTitle(month));
        action->setCheckable(true);
        action->setChecked(month == shown);
        connect(action, &QAction::triggered, this, [this, month, shown] { moveByMonths(month - shown); });
    }
    menu.exec(m_month->mapToGlobal(QPoint(0, m_month->height())));
}

void JalaliCalendar::showYearMenu() {
    QMenu menu(this);
    const int shown = JalaliDate::fromDate(m_cursor).year;
    for (int year = shown - yearsInMenu; year <= shown + yearsInMenu; ++year) {
        QAction* action = menu.addAction(showDigits(QString::number(year)));
        action->setCheckable(true);
        action->setChecked(year == shown);
        connect(action, &QAction::triggered, this,
                [this, year, shown] { moveByMonths((year - shown) * 12); });
    }
    menu.exec(m_year->mapToGlobal(QPoint(0, m_year->height())));
}

}  // namespace nextgen::ui
