#pragma once

#include "shared/core/date.h"

#include <QWidget>
#include <optional>

class QAction;
class QLabel;
class QLineEdit;

namespace nextgen::ui {

class JalaliCalendar;

/// A calendar date: typed in any form that readDateText knows, or picked in a popup (Alt+Down, F4). Up and
/// Down step by a day, PageUp and PageDown by a month. Under the field stand the day of the week and the
/// Gregorian date.
class JalaliDateEdit : public QWidget {
    Q_OBJECT

  public:
    explicit JalaliDateEdit(QWidget* parent = nullptr);
    ~JalaliDateEdit() override;

    /// What "today" means here; without it relative dates are refused.
    void setToday(std::optional<Date> today);
    std::optional<Date> today() const { return m_today; }

    /// nullopt while empty or not a date.
    std::optional<Date> value() const { return m_value; }
    void setValue(std::optional<Date> value);
    /// Empty, or a date.
    bool isAcceptable() const;

    /// The line under the field; cells of a grid do without.
    void setHintVisible(bool isVisible);
    QLineEdit* lineEdit() const { return m_line; }

  public slots:
    void openCalendar();

  signals:
    void valueChanged(std::optional<nextgen::Date> value);
    void editingFinished();

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void readText();
    void take(std::optional<Date> value);
    void finish();
    void showHint();
    void retranslate();
    void alignText();

    QLineEdit* m_line;
    QAction* m_open;
    QLabel* m_hint;
    std::optional<Date> m_value;
    std::optional<Date> m_today;
    bool m_isHintWanted = true;
};

}  // namespace nextgen::ui
