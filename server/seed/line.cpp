#include "server/seed/line.h"

#include "server/seed/population.h"
#include "shared/core/instant.h"

#include <array>
#include <charconv>

namespace nextgen::seed {

namespace {

constexpr std::int64_t millisecondsADay = 86'400'000;

}  // namespace

Line& Line::text(std::string_view value) {
    separate();
    db::appendCopyText(m_text, value);
    return *this;
}

Line& Line::number(std::int64_t value) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    return raw({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

Line& Line::instant(std::int64_t time) {
    separate();
    appendDay(time / millisecondsADay);
    const auto two = [&](std::int64_t value, char before) {
        m_text += before;
        m_text += static_cast<char>('0' + value / 10);
        m_text += static_cast<char>('0' + value % 10);
    };
    const std::int64_t rest = time % millisecondsADay;
    two(rest / 3'600'000, ' ');
    two(rest / 60'000 % 60, ':');
    two(rest / 1000 % 60, ':');
    two(rest % 1000 / 10, '.');
    m_text += "+00";
    return *this;
}

Line& Line::day(std::int64_t time) {
    separate();
    appendDay((time + tehranOffsetMinutes * 60'000) / millisecondsADay);
    return *this;
}

void Line::end() {
    m_writer.writeLine(m_text);
    m_text.clear();
    m_isFirst = true;
    ++m_count;
}

Line& Line::raw(std::string_view cell) {
    separate();
    m_text += cell;
    return *this;
}

void Line::separate() {
    if (!m_isFirst) {
        m_text += '\t';
    }
    m_isFirst = false;
}

void Line::appendDay(std::int64_t days) {
    if (days != m_day) {
        static const Date epoch = *Date::of(2023, 1, 1);
        m_day = days;
        m_dayText = epoch.plusDays(static_cast<std::int32_t>(days)).toString();
    }
    m_text += m_dayText;
}

}  // namespace nextgen::seed
