#include "ui/widgets/date_text.h"

#include "shared/core/jalali.h"
#include "shared/core/text.h"
#include "ui/locale/format.h"

#include <QRegularExpression>
#include <array>

namespace nextgen::ui {

namespace {

constexpr int stepDaysMax = 36'600;

std::optional<Date> dayOf(const std::optional<JalaliDate>& date) {
    return date ? std::optional(date->toDate()) : std::nullopt;
}

}  // namespace

std::optional<Date> readDateText(const QString& text, std::optional<Date> today) {
    const QString key = toQt(text::searchKey(fromQt(text)));
    if (today) {
        static constexpr std::array<std::pair<QStringView, int>, 8> words = {{
            {u"امروز", 0},
            {u"today", 0},
            {u"فردا", 1},
            {u"tomorrow", 1},
            {u"دیروز", -1},
            {u"yesterday", -1},
            {u"پس فردا", 2},
            {u"=", 0},
        }};
        for (const auto& [word, days] : words) {
            if (key == word) {
                return today->plusDays(days);
            }
        }
        const JalaliDate now = JalaliDate::fromDate(*today);
        if (key == QStringView(u"اخر ماه") || key == QStringView(u"end of month") ||
            key == QStringView(u"eom")) {
            return dayOf(JalaliDate::of(now.year, now.month, JalaliDate::daysInMonth(now.year, now.month)));
        }
        static const QRegularExpression step(QStringLiteral("^([+-])\\s*(\\d{1,5})$"));
        if (const auto match = step.match(key); match.hasMatch()) {
            const int days = match.captured(2).toInt();
            if (days > stepDaysMax) {
                return std::nullopt;
            }
            return today->plusDays(match.captured(1) == u"-" ? -days : days);
        }
        static const QRegularExpression dayAlone(QStringLiteral("^\\d{1,2}$"));
        if (dayAlone.match(key).hasMatch()) {
            return dayOf(JalaliDate::of(now.year, now.month, key.toInt()));
        }
        static const QRegularExpression monthAndDay(QStringLiteral("^(\\d{1,2})[/.-](\\d{1,2})$"));
        if (const auto match = monthAndDay.match(key); match.hasMatch()) {
            return dayOf(JalaliDate::of(now.year, match.captured(1).toInt(), match.captured(2).toInt()));
        }
    }
    const auto read = readDate(fromQt(plainDigits(text).trimmed()));
    return read ? std::optional(read->date) : std::nullopt;
}

}  // namespace nextgen::ui
