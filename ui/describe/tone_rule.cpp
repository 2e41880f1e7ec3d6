#include "ui/describe/tone_rule.h"

#include "shared/core/jalali.h"
#include "shared/core/text.h"

#include <array>
#include <compare>
#include <utility>

namespace nextgen::ui {

namespace {

using Comparison = ToneRule::Comparison;

constexpr std::array<std::pair<Comparison, const char*>, 5> comparisons{{{Comparison::Equal, "equal"},
                                                                         {Comparison::Less, "less"},
                                                                         {Comparison::More, "more"},
                                                                         {Comparison::Contains, "contains"},
                                                                         {Comparison::Empty, "empty"}}};
constexpr std::array<std::pair<Tone, const char*>, 5> tones{{{Tone::Neutral, "neutral"},
                                                             {Tone::Info, "info"},
                                                             {Tone::Good, "good"},
                                                             {Tone::Warn, "warn"},
                                                             {Tone::Bad, "bad"}}};

template <class Value, std::size_t size>
QString nameOf(const std::array<std::pair<Value, const char*>, size>& names, Value value) {
    for (const auto& [one, name] : names) {
        if (one == value) {
            return QLatin1String(name);
        }
    }
    return {};
}

template <class Value, std::size_t size>
std::optional<Value> byName(const std::array<std::pair<Value, const char*>, size>& names,
                            const QString& name) {
    for (const auto& [value, one] : names) {
        if (name == QLatin1String(one)) {
            return value;
        }
    }
    return std::nullopt;
}

template <class T>
bool holds(Comparison comparison, const T& value, const T& bound) {
    return (comparison == Comparison::Equal && value == bound) ||
           (comparison == Comparison::Less && value < bound) ||
           (comparison == Comparison::More && value > bound);
}

bool holdsNumber(const ToneRule& rule, std::int64_t value) {
    bool isNumber = false;
    const qlonglong bound = rule.value.toLongLong(&isNumber);
    return isNumber && holds<std::int64_t>(rule.comparison, value, bound);
}

bool holdsDate(const ToneRule& rule, Date value) {
    const auto bound = Date::parse(fromQt(rule.value));
    return bound && holds(rule.comparison, value, *bound);
}

bool holdsText(const ToneRule& rule, std::string_view value) {
    const std::string text = text::searchKey(value);
    const std::string wanted = text::searchKey(fromQt(rule.value));
    return (rule.comparison == Comparison::Equal && text == wanted) ||
           (rule.comparison == Comparison::Contains && !wanted.empty() &&
            text.find(wanted) != std::string::npos);
}

struct Holds {
    const ToneRule& rule;

    bool operator()(std::monostate) const { return false; }
    bool operator()(std::string_view text) const { return holdsText(rule, text); }
    bool operator()(Money amount) const { return holdsNumber(rule, amount.rials()); }
    bool operator()(Date date) const { return holdsDate(rule, date); }
    bool operator()(Instant instant) const { return holdsDate(rule, instant.dateAt(tehranOffsetMinutes)); }
    bool operator()(std::int64_t number) const { return holdsNumber(rule, number); }
    bool operator()(bool flag) const {
        return rule.comparison == Comparison::Equal &&
               rule.value == (flag ? QLatin1String("true") : QLatin1String("false"));
    }
    bool operator()(const describe::Choice& choice) const {
        return rule.comparison == Comparison::Equal && rule.value == toQt(choice.name);
    }
};

}  // namespace

bool fits(const ToneRule& rule, const CellValue& value) {
    if (rule.comparison == Comparison::Empty) {
        const auto* text = std::get_if<std::string_view>(&value);
        return std::holds_alternative<std::monostate>(value) || (text != nullptr && text->empty());
    }
    return std::visit(Holds{rule}, value);
}

QJsonObject toJson(const ToneRule& rule) {
    QJsonObject json{{QStringLiteral("field"), toQt(rule.field)},
                     {QStringLiteral("comparison"), nameOf(comparisons, rule.comparison)},
                     {QStringLiteral("value"), rule.value},
                     {QStringLiteral("tone"), nameOf(tones, rule.tone)}};
    if (rule.isOfRow) {
        json.insert(QStringLiteral("row"), true);
    }
    return json;
}

std::optional<ToneRule> toneRuleIn(const QJsonObject& json) {
    const auto comparison = byName(comparisons, json.value(QLatin1String("comparison")).toString());
    const auto tone = byName(tones, json.value(QLatin1String("tone")).toString());
    const QString field = json.value(QLatin1String("field")).toString();
    if (!comparison || !tone || field.isEmpty()) {
        return std::nullopt;
    }
    return ToneRule{fromQt(field), *comparison, json.value(QLatin1String("value")).toString(), *tone,
                    json.value(QLatin1String("row")).toBool()};
}

}  // namespace nextgen::ui
