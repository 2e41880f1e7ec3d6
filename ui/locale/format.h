#pragma once

#include "shared/core/date.h"
#include "shared/core/error_code.h"
#include "shared/core/instant.h"
#include "shared/core/money.h"

#include <QString>
#include <cstdint>
#include <string>
#include <string_view>

/// How values look in the language of the moment, which is QLocale()'s: Locale (ui/locale/language.h) sets
/// it. In Persian digits are Persian; dates are Jalali in both languages, since the business runs on them.
namespace nextgen::ui {

inline QString toQt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline std::string fromQt(const QString& text) {
    return text.toStdString();
}

/// The language that the running program shows.
Language currentLanguage();

/// ۱۲۳ in Persian, 123 in English; whatever else stands in the text stays.
QString showDigits(const QString& text);
/// What goes to the clipboard or to the server: ASCII digits, without the marks that only steer direction.
QString plainDigits(const QString& text);

QString showNumber(std::int64_t value);   ///< ۱٬۲۳۴ · 1,234
QString showBytes(std::int64_t bytes);    ///< ۱٫۲ مگابایت · 1.2 MB; of 1024
QString showMoney(Money amount);          ///< the number alone: columns and parts name the unit once
QString showMoneyWithUnit(Money amount);  ///< ۱٬۲۳۴ ریال · 1,234 rials
QString showMoneyShort(Money amount);     ///< ۱٫۵ میلیارد · 1.5 billion: about, for axes
QString showMoneyInTomans(Money amount);  ///< ۱۲۳٫۴ تومان · 123.4 tomans
QString showMoneyInWords(Money amount);   ///< دوازده میلیون ریال · twelve million rials

QString showDate(Date date);           ///< ۱۴۰۵/۰۹/۰۱ · 1405/09/01
QString showDateLong(Date date);       ///< یکشنبه ۱ آذر ۱۴۰۵ · Sunday 1 Azar 1405
QString showDateGregorian(Date date);  ///< 2026-11-22, kept together as one left-to-right run
QString showInstant(Instant instant);  ///< Tehran's date and time: ۱۴۰۵/۰۹/۰۱ ۱۴:۳۰
QString jalaliMonthTitle(int month);   ///< 1–12: فروردین · Farvardin
QString weekdayTitle(int weekday);     ///< Saturday 0 … Friday 6
QString weekdayInitial(int weekday);   ///< ش · Sa

/// The digits of the language, but Latin ones beside Latin letters: D-1001 and IR06 are never mixed.
QString codeDigits(const QString& code);
/// An identifier inside a sentence or a cell: isolated (U+2066…U+2069), so that its groups keep their order
/// in right-to-left text.
QString showCode(const QString& code);
inline QString showCode(std::string_view code) {
    return showCode(toQt(code));
}

/// A text reads in its own direction wherever it stands, else the sign that it was cut off comes at its
/// beginning; what has none, such as a date, reads as what is around it.
Qt::LayoutDirection directionOf(const QString& text, Qt::LayoutDirection around);

/// The sentence of an error, in the language of the moment.
QString showError(const Error& error);

}  // namespace nextgen::ui
