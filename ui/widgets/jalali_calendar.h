#pragma once

#include "shared/core/date.h"
#include "shared/core/jalali.h"

#include <QAbstractButton>
#include <QWidget>
#include <array>
#include <optional>

class QLabel;
class QToolButton;

namespace nextgen::ui {

/// One day of a JalaliCalendar.
class DayButton : public QAbstractButton {
    Q_OBJECT

  public:
    struct Look {
        bool isOtherMonth = false;
        bool isToday = false;
        bool isChosen = false;
        bool isHoliday = false;
        bool hasCursor = false;
    };

    explicit DayButton(QWidget* parent);
    void show(Date date, const Look& look);
    Date date() const { return m_date; }
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Date m_date;
    Look m_look;
};

/// A month of the Jalali calendar: weeks begin on Saturday, Fridays are red, today is ringed. The keyboard
/// walks it: arrows by day and week (mirrored with the window), PageUp/PageDown by month, with Ctrl by year,
/// Home and End to the ends of the month, T to today, Enter chooses.
class JalaliCalendar : public QWidget {
    Q_OBJECT

  public:
    explicit JalaliCalendar(QWidget* parent = nullptr);

    void setToday(std::optional<Date> today);
    /// The chosen day; the month shown follows it, or today when none is.
    void setChosen(std::optional<Date> chosen);
    std::optional<Date> chosen() const { return m_chosen; }
    /// Where the keyboard stands.
    Date cursor() const { return m_cursor; }

  signals:
    void dateChosen(nextgen::Date date);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void retranslate();
    void moveCursor(Date date);
    void moveByMonths(int months);
    void pick(Date date);
    void fill();
    void showMonthMenu();
    void showYearMenu();

    std::optional<Date> m_today;
    std::optional<Date> m_chosen;
    Date m_cursor;
    QToolButton* m_previousYear;
    QToolButton* m_previousMonth;
    QToolButton* m_month;
    QToolButton* m_year;
    QToolButton* m_nextMonth;
    QToolButton* m_nextYear;
    QToolButton* m_todayButton;
    QLabel* m_gregorian;
    std::array<QLabel*, 7> m_weekdays{};
    std::array<DayButton*, 42> m_days{};
};

}  // namespace nextgen::ui
