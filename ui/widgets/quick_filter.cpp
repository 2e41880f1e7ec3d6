#include "ui/widgets/quick_filter.h"

#include "shared/core/jalali.h"
#include "shared/core/text.h"
#include "ui/describe/record.h"
#include "ui/locale/format.h"
#include "ui/widgets/amount_text.h"
#include "ui/widgets/date_text.h"
#include "ui/widgets/filter_text.h"
#include "ui/widgets/record_grid.h"

#include <QRegularExpression>
#include <QScopedValueRollback>
#include <algorithm>
#include <functional>
#include <utility>

namespace nextgen::ui {

namespace {

using describe::FieldInfo;
using describe::Kind;

constexpr int restMs = 400;

/// From the first to the last of what one word means; the same twice for a number or a day.
template <class T>
struct Span {
    T first;
    T last;
};

/// "100..200", ">100", "<100" or "100", of words that `read` understands.
template <class T>
std::optional<std::pair<std::optional<T>, std::optional<T>>> readRange(
    const QString& text, const std::function<std::optional<Span<T>>(const QString&)>& read) {
    const auto dots = text.indexOf(QStringLiteral(".."));
    if (dots >= 0) {
        const auto from = read(text.left(dots));
        const auto to = read(text.mid(dots + 2));
        return from && to ? std::optional(std::pair(std::optional(from->first), std::optional(to->last)))
                          : std::nullopt;
    }
    const bool isFrom = text.startsWith(u'>');
    const bool isTo = text.startsWith(u'<');
    const auto one = read(isFrom || isTo ? text.mid(1) : text);
    if (!one) {
        return std::nullopt;
    }
    return std::pair(isTo ? std::nullopt : std::optional(one->first),
                     isFrom ? std::nullopt : std::optional(one->last));
}

std::optional<Span<std::int64_t>> readNumber(const QString& text) {
    const auto amount = readAmount(text.trimmed());
    return amount ? std::optional(Span<std::int64_t>{amount->rials(), amount->rials()}) : std::nullopt;
}

std::optional<Span<Date>> readDays(const QString& given, std::optional<Date> today) {
    const QString text = given.trimmed();
    // A year or a month of it, of which there is no single day.
    static const QRegularExpression part(QStringLiteral("^(1[34]\\d\\d)(?:[/-](\\d{1,2}))?$"));
    if (const auto match = part.match(text); match.hasMatch()) {
        const int year = match.captured(1).toInt();
        const int month = match.captured(2).toInt();
        if (match.captured(2).isEmpty()) {
            return Span<Date>{JalaliDate{year, 1, 1}.toDate(),
                              JalaliDate{year, 12, JalaliDate::daysInMonth(year, 12)}.toDate()};
        }
        if (month < 1 || month > 12) {
            return std::nullopt;
        }
        return Span<Date>{JalaliDate{year, month, 1}.toDate(),
                          JalaliDate{year, month, JalaliDate::daysInMonth(year, month)}.toDate()};
    }
    const auto day = readDateText(text, today);
    return day ? std::optional(Span<Date>{*day, *day}) : std::nullopt;
}

/// A moment is narrowed by whole days of Tehran.
QString valueOf(Date day, Kind kind, bool isEnd) {
    const QString text = toQt(day.toString());
    return kind == Kind::Instant ? filterMoment(text, isEnd ? QStringLiteral("lte") : QStringLiteral("gte"))
                                 : text;
}

/// The choices one of whose words begins with it.
QStringList choicesLike(const FieldInfo& field, const api::ListField& listed, const QString& text) {
    const QString wanted = toQt(text::searchKey(fromQt(text)));
    const auto isLike = [&](const QString& title) {
        const QString key = toQt(text::searchKey(fromQt(title)));
        return key.startsWith(wanted) || key.contains(u' ' + wanted);
    };
    QStringList names;
    if (field.kind == Kind::Bool) {
        for (const bool flag : {true, false}) {
            if (isLike(field.name == "is_active" ? choiceTitle(activeChoice(flag))
                                                 : showValue(flag, field))) {
                names += flag ? QStringLiteral("true") : QStringLiteral("false");
            }
        }
    }
    for (const describe::Choice& choice : listed.choices) {
        if (isLike(choiceTitle(choice))) {
            names += toQt(choice.name);
        }
    }
    return names;
}

bool takes(const api::ListField& field) {
    const bool isRange = field.kind == Kind::Money || field.kind == Kind::Integer ||
                         field.kind == Kind::Date || field.kind == Kind::Instant;
    return field.kind != Kind::Id && field.secret == describe::Secret::No &&
           (field.traits & (isRange ? api::Range | api::Equal : api::Equal)) != 0;
}

}  // namespace

std::optional<QList<Filter>> readQuickFilter(const FieldInfo& field, const api::ListField& listed,
                                             const QString& typed, std::optional<Date> today) {
    const QString text = plainDigits(typed).simplified();
    const QString name = toQt(field.name);
    if (text.isEmpty()) {
        return QList<Filter>{};
    }
    const auto between = [&](const QString& from, const QString& to) -> std::optional<QList<Filter>> {
        if ((listed.traits & api::Range) == 0) {
            return from == to ? std::optional(QList<Filter>{{name, {}, from}}) : std::nullopt;
        }
        QList<Filter> filters;
        if (!from.isEmpty()) {
            filters += Filter{name, QStringLiteral("gte"), from};
        }
        if (!to.isEmpty()) {
            filters += Filter{name, QStringLiteral("lte"), to};
        }
        return filters;
    };
    switch (field.kind) {
        case Kind::Money:
        case Kind::Integer: {
            const auto range = readRange<std::int64_t>(text, readNumber);
            const auto worded = [](std::optional<std::int64_t> number) {
                return number ? QString::number(*number) : QString();
            };
            return range ? between(worded(range->first), worded(range->second)) : std::nullopt;
        }
        case Kind::Date:
        case Kind::Instant: {
            const auto range =
                readRange<Date>(text, [today](const QString& part) { return readDays(part, today); });
            const auto worded = [&](std::optional<Date> day, bool isEnd) {
                return day ? valueOf(*day, field.kind, isEnd) : QString();
            };
            return range ? between(worded(range->first, false), worded(range->second, true)) : std::nullopt;
        }
        case Kind::Choice:
        case Kind::Bool: {
            const QStringList names = choicesLike(field, listed, text);
            return names.isEmpty() ? std::nullopt
                                   : std::optional(QList<Filter>{{name, {}, names.join(u',')}});
        }
        case Kind::Text:
            return QList<Filter>{{name, {}, text}};
        case Kind::Id:
            break;
    }
    return std::nullopt;
}

QuickFilters::QuickFilters(RecordGrid& grid, FilterBar& bar, const api::ListSpec& spec,
                           std::optional<Date> today, QObject* parent)
    : QObject(parent), m_grid(grid), m_bar(bar), m_spec(spec), m_today(today) {
    std::vector<std::string> names;
    for (const api::ListField& field : spec.fields) {
        if (takes(field)) {
            names.emplace_back(field.name);
        }
    }
    m_grid.setQuickFilters(std::move(names));
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, &QuickFilters::apply);
    connect(&m_grid, &RecordGrid::quickFilterTyped, this, [this](const QString& field) {
        m_typed.push_back(fromQt(field));
        m_rest.start();
    });
    connect(&m_bar, &FilterBar::filtersChanged, this, &QuickFilters::follow);
}

void QuickFilters::apply() {
    QList<Filter> filters = m_bar.filters();
    for (const std::string& name : std::exchange(m_typed, {})) {
        const int column = m_grid.model()->columnOf(name);
        const auto listed = std::ranges::find(m_spec.fields, name, &api::ListField::name);
        if (column < 0 || listed == m_spec.fields.end()) {
            continue;
        }
        const auto read =
            readQuickFilter(m_grid.model()->column(column), *listed, m_grid.quickFilter(name), m_today);
        m_grid.setQuickFilterRefused(name, !read);
        if (read) {
            filters.removeIf([&](const Filter& filter) { return filter.name == toQt(name); });
            filters += *read;
        }
    }
    const QScopedValueRollback applying(m_isApplying, true);
    m_bar.setFilters(filters);
}

void QuickFilters::follow() {
    if (m_isApplying) {
        return;
    }
    for (const api::ListField& listed : m_spec.fields) {
        const QString typed = m_grid.quickFilter(listed.name);
        const int column = m_grid.model()->columnOf(listed.name);
        if (typed.isEmpty() || column < 0) {
            continue;
        }
        QList<Filter> shown;
        for (const Filter& filter : m_bar.filters()) {
            if (filter.name == toQt(listed.name)) {
                shown += filter;
            }
        }
        if (readQuickFilter(m_grid.model()->column(column), listed, typed, m_today) != shown) {
            m_grid.setQuickFilter(listed.name, {});
            m_grid.setQuickFilterRefused(listed.name, false);
        }
    }
}

}  // namespace nextgen::ui
