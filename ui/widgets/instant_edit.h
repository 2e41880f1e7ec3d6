#pragma once

#include "shared/core/date.h"
#include "shared/core/instant.h"

#include <QWidget>
#include <optional>

class QLineEdit;

namespace nextgen::ui {

class JalaliDateEdit;

/// A moment on Tehran's clock: a Jalali date and, beside it, hours and minutes; midnight when those are left
/// out.
class InstantEdit : public QWidget {
    Q_OBJECT

  public:
    explicit InstantEdit(QWidget* parent = nullptr);

    void setToday(std::optional<Date> today);
    /// nullopt while empty or not a moment.
    std::optional<Instant> value() const;
    void setValue(std::optional<Instant> value);
    /// Empty, or a moment.
    bool isAcceptable() const;

  signals:
    void valueChanged();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void retranslate();
    /// Minutes since midnight; nullopt for what is no time of day.
    std::optional<int> minutes() const;

    JalaliDateEdit* m_date;
    QLineEdit* m_time;
};

}  // namespace nextgen::ui
