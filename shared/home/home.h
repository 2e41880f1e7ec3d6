#pragma once

#include "shared/core/date.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <span>
#include <string>
#include <string_view>

/// What a person finds on the first page: numbers, each with the list that it was counted in. The server
/// counts by these lines and the client words them.
namespace nextgen::home {

/// A number: how many records a list has under a filter, and what they add up to.
struct Figure {
    std::string_view name;    ///< "cheques_bounced"
    const char* title;        ///< in the context "Home"
    std::string_view list;    ///< "cheques": the list's name in routes, and its page's
    std::string_view query;   ///< "status=bounced"; {today}, {week} and {week+6} are days
    std::string_view amount;  ///< the field that is added up; empty: none
    describe::Tone tone;      ///< what it says of the business when it is not zero
    bool isForStaff = false;  ///< an outsider, who sees a part of the list, has no use for it
};

std::span<const Figure> figures();
/// nullptr for a name that is none.
const Figure* findFigure(std::string_view name);

/// How a chart gets its bars.
enum class Bars : std::uint8_t {
    Weeks,      ///< one for each week of due_on, from this one on
    Days,       ///< one for each of the last days of ordered_on
    Exposures,  ///< the dealers that owe most
    Parts,      ///< the parts of the caller's own exposure
};

/// Amounts side by side, each with the list that it was added up in.
struct Chart {
    std::string_view name;
    const char* title;  ///< in the context "Home"
    Bars bars;
    std::string_view list;
    std::string_view query;   ///< of all bars together
    std::string_view amount;  ///< the field that is added up
    /// Staff have no exposure of their own, and a dealer none of others.
    bool isForStaff = false;
    bool isForDealers = false;
};

std::span<const Chart> charts();
const Chart* findChart(std::string_view name);

inline constexpr int weeksShown = 8;
inline constexpr int daysShown = 30;
inline constexpr int dealersShown = 8;

/// The Saturday on which the week of a day began.
Date weekOf(Date day);
/// A query with its days: {today}, {today-29}, {week} and {week+6} as dates. std::invalid_argument for
/// another word, since that is a slip of the programmer.
std::string filledIn(std::string_view query, Date today);

}  // namespace nextgen::home
