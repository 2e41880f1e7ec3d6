#include "ui/locale/format.h"

#include "shared/core/jalali.h"
#include "shared/core/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <array>

namespace nextgen::ui {

namespace {

constexpr char16_t persianZero = u'۰';
constexpr char16_t arabicZero = u'٠';
constexpr char16_t leftToRightMark = u'\u200E';
constexpr char16_t leftToRightIsolate = u'\u2066';
constexpr char16_t popIsolate = u'\u2069';

bool isDirectionMark(char16_t c) {
    return c == leftToRightMark || c == u'\u200F' || (c >= u'\u202A' && c <= u'\u202E') ||
           (c >= leftToRightIsolate && c <= popIsolate);
}

QString padded(int value, int width) {
    return QString::number(value).rightJustified(width, u'0');
}

constexpr std::array<const char*, 12> monthTitles = {
    QT_TRANSLATE_NOOP("Calendar", "Farvardin"), QT_TRANSLATE_NOOP("Calendar", "Ordibehesht"),
    QT_TRANSLATE_NOOP("Calendar", "Khordad"),   QT_TRANSLATE_NOOP("Calendar", "Tir"),
    QT_TRANSLATE_NOOP("Calendar", "Mordad"),    QT_TRANSLATE_NOOP("Calendar", "Shahrivar"),
    QT_TRANSLATE_NOOP("Calendar", "Mehr"),      QT_TRANSLATE_NOOP("Calendar", "Aban"),
    QT_TRANSLATE_NOOP("Calendar", "Azar"),      QT_TRANSLATE_NOOP("Calendar", "Dey"),
    QT_TRANSLATE_NOOP("Calendar", "Bahman"),    QT_TRANSLATE_NOOP("Calendar", "Esfand"),
};
constexpr std::array<const char*, 7> weekdayTitles = {
    QT_TRANSLATE_NOOP("Calendar", "Saturday"),  QT_TRANSLATE_NOOP("Calendar", "Sunday"),
    QT_TRANSLATE_NOOP("Calendar", "Monday"),    QT_TRANSLATE_NOOP("Calendar", "Tuesday"),
    QT_TRANSLATE_NOOP("Calendar", "Wednesday"), QT_TRANSLATE_NOOP("Calendar", "Thursday"),
    QT_TRANSLATE_NOOP("Calendar", "Friday"),
};
constexpr std::array<const char*, 7> weekdayInitials = {
    QT_TRANSLATE_NOOP("Calendar", "Sa"), QT_TRANSLATE_NOOP("Calendar", "Su"),
    QT_TRANSLATE_NOOP("Calendar", "Mo"), QT_TRANSLATE_NOOP("Calendar", "Tu"),
    QT_TRANSLATE_NOOP("Calendar", "We"), QT_TRANSLATE_NOOP("Calendar", "Th"),
    QT_TRANSLATE_NOOP("Calendar", "Fr"),
};

QString calendarWord(const char* word) {
    return QCoreApplication::translate("Calendar", word);
}

}  // namespace

Language currentLanguage() {
    return QLocale().language() == QLocale::Persian ? Language::Persian : Language::English;
}

QString showDigits(const QString& text) {
    const bool isPersian = currentLanguage() == Language::Persian;
    QString shown = text;
    bool isInLatin = false;
    for (QChar& c : shown) {
        const char16_t code = c.unicode();
        int digit = -1;
        if (c.isLetter()) {
            isInLatin = c.direction() == QChar::DirL;
        } else if (!c.isNumber() && !c.isSpace() && !QStringView(u"-./+_'").contains(c)) {
            isInLatin = false;
        }
        if (isPersian && isInLatin) {
            continue;  // of a name in Latin letters: Galaxy S24
        }
        if (code >= u'0' && code <= u'9') {
            digit = code - u'0';
        } else if (code >= persianZero && code <= persianZero + 9) {
            digit = code - persianZero;
        } else if (code >= arabicZero && code <= arabicZero + 9) {
            digit = code - arabicZero;
        }
        if (digit >= 0) {
            c = QChar((isPersian ? persianZero : u'0') + digit);
        }
    }
    return shown;
}

QString plainDigits(const QString& text) {
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        if (isDirectionMark(code)) {
            continue;
        }
        if (code >= persianZero && code <= persianZero + 9) {
            plain += QChar(u'0' + (code - persianZero));
        } else if (code >= arabicZero && code <= arabicZero + 9) {
            plain += QChar(u'0' + (code - arabicZero));
        } else {
            plain += c;
        }
    }
    return plain;
}

QString showNumber(std::int64_t value) {
    if (currentLanguage() == Language::English) {
        return toQt(groupDigits(value));
    }
    QString shown = showDigits(toQt(groupDigits(value, "\u066C")));
    if (value < 0) {
        // Without the mark the minus would stand behind the number in right-to-left text.
        shown.prepend(QChar(leftToRightMark));
    }
    return shown;
}

QString showMoney(Money amount) {
    return showNumber(amount.rials());
}

QString showMoneyWithUnit(Money amount) {
    return QCoreApplication::translate("Money", "%1 rials").arg(showMoney(amount));
}

QString showBytes(std::int64_t bytes) {
    constexpr std::int64_t kibi = 1024;
    if (bytes < kibi) {
        return QCoreApplication::translate("Bytes", "%1 bytes").arg(showNumber(bytes));
    }
    if (bytes <= (kibi - 1) * kibi) {
        return QCoreApplication::translate("Bytes", "%1 KB").arg(showNumber((bytes + kibi - 1) / kibi));
    }
    const double mebi = static_cast<double>(bytes) / (kibi * kibi);
    return QCoreApplication::translate("Bytes", "%1 MB").arg(QLocale().toString(mebi, 'f', 1));
}

QString showMoneyShort(Money amount) {
    const auto shownIn = [&](std::int64_t unit) {
        const std::int64_t tenths = (amount.rials() * 10 + (amount.isNegative() ? -unit : unit) / 2) / unit;
        QString shown = showNumber(tenths / 10);
        if (const std::int64_t rest = tenths % 10; rest != 0) {
            const QString point =
                currentLanguage() == Language::Persian ? QStringLiteral("٫") : QStringLiteral(".");
            shown += point + showDigits(QString::number(rest < 0 ? -rest : rest));
        }
        return shown;
    };
    constexpr std::int64_t thousand = 1'000;
    constexpr std::int64_t million = thousand * thousand;
    constexpr std::int64_t billion = million * thousand;
    constexpr std::int64_t trillion = billion * thousand;
    const std::int64_t size = amount.isNegative() ? -amount.rials() : amount.rials();
    return size >= trillion   ? QCoreApplication::translate("Money", "%1 trillion").arg(shownIn(trillion))
           : size >= billion  ? QCoreApplication::translate("Money", "%1 billion").arg(shownIn(billion))
           : size >= million  ? QCoreApplication::translate("Money", "%1 million").arg(shownIn(million))
           : size >= thousand ? QCoreApplication::translate("Money", "%1 thousand").arg(shownIn(thousand))
                              : showNumber(amount.rials());
}

QString showMoneyInTomans(Money amount) {
    const std::int64_t rest = amount.rials() % 10;
    QString tomans = showNumber(amount.rials() / 10);
    if (rest != 0) {
        const QString point =
            currentLanguage() == Language::Persian ? QStringLiteral("٫") : QStringLiteral(".");
        tomans += point + showDigits(QString::number(rest < 0 ? -rest : rest));
        if (amount.isNegative() && amount.rials() > -10) {
            tomans.prepend(QStringLiteral("\u200E-"));
        }
    }
    return QCoreApplication::translate("Money", "%1 tomans").arg(tomans);
}

QString showMoneyInWords(Money amount) {
    const std::string words = currentLanguage() == Language::Persian ? numberInPersianWords(amount.rials())
                                                                     : numberInEnglishWords(amount.rials());
    return QCoreApplication::translate("Money", "%1 rials").arg(toQt(words));
}

QString showDate(Date date) {
    return showDigits(toQt(JalaliDate::fromDate(date).toString()));
}

QString showDateLong(Date date) {
    const JalaliDate jalali = JalaliDate::fromDate(date);
    return QStringLiteral("%1 %2 %3 %4")
        .arg(weekdayTitle(jalali.weekday()), showDigits(QString::number(jalali.day)),
             jalaliMonthTitle(jalali.month), showDigits(QString::number(jalali.year)));
}

QString showDateGregorian(Date date) {
    return showCode(toQt(date.toString()));
}

QString showInstant(Instant instant) {
    constexpr std::int64_t microsecondsPerMinute = 60'000'000;
    constexpr std::int64_t minutesPerDay = 1440;
    const Date day = instant.dateAt(tehranOffsetMinutes);
    const std::int64_t local = instant.microseconds() + tehranOffsetMinutes * microsecondsPerMinute;
    const std::int64_t midnight = day.daysSinceEpoch() * minutesPerDay * microsecondsPerMinute;
    const int minutes = static_cast<int>((local - midnight) / microsecondsPerMinute);
    return showDate(day) + u' ' + showDigits(padded(minutes / 60, 2) + u':' + padded(minutes % 60, 2));
}

QString jalaliMonthTitle(int month) {
    return calendarWord(monthTitles.at(static_cast<std::size_t>(month - 1)));
}
QString weekdayTitle(int weekday) {
    return calendarWord(weekdayTitles.at(static_cast<std::size_t>(weekday)));
}
QString weekdayInitial(int weekday) {
    return calendarWord(weekdayInitials.at(static_cast<std::size_t>(weekday)));
}

QString codeDigits(const QString& code) {
    const bool isLatin = std::any_of(code.begin(), code.end(), [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
    });
    return isLatin ? plainDigits(code) : showDigits(code);
}

QString showCode(const QString& code) {
    return code.isEmpty() ? code : QChar(leftToRightIsolate) + codeDigits(code) + QChar(popIsolate);
}

Qt::LayoutDirection directionOf(const QString& text, Qt::LayoutDirection around) {
    for (const QChar c : text) {
        switch (c.direction()) {
            case QChar::DirL:
                return Qt::LeftToRight;
            case QChar::DirR:
            case QChar::DirAL:
                return Qt::RightToLeft;
            default:
                break;
        }
    }
    return around;
}

QString showError(const Error& error) {
    return showDigits(toQt(errorSentence(error, currentLanguage())));
}

}  // namespace nextgen::ui
