#pragma once

#include "shared/core/date.h"
#include "shared/core/money.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

/// How likely a cheque brings its money, by what its drawer did before. Chances are basis points: 10,000 is
/// certain.
namespace nextgen::cheque {

/// What became of a drawer's cheques so far.
struct DrawerHistory {
    std::int64_t cleared = 0;
    std::int64_t bounced = 0;
    std::int64_t lateDays = 0;  ///< of the cleared ones together, after their due dates
};

inline constexpr int certainBp = 10'000;

struct Chance {
    int likelyBp;  ///< of being paid
    int lowBp;     ///< the worst that the history does not make implausible
    int lateDays;  ///< after the due date, on the average
};

/// A drawer of whom nothing is known is taken for one of 20 cheques of which one bounced; each cheque of its
/// own then counts as one more. The low chance lies one standard error below.
Chance chanceOf(const DrawerHistory& history);

/// The part of an amount that a chance stands for, in whole rials.
Money partOf(Money amount, int basisPoints);

/// How the central bank colours a drawer by what has bounced and was not settled.
enum class DrawerColour { White, Yellow, Orange, Brown, Red };

inline constexpr auto drawerColours = std::to_array<describe::Choice>({
    {static_cast<int>(DrawerColour::White), "white", QT_TRANSLATE_NOOP("Choice", "White"), describe::Tone::Good},
    {static_cast<int>(DrawerColour::Yellow), "yellow", QT_TRANSLATE_NOOP("Choice", "Yellow"),
     describe::Tone::Waiting},
    {static_cast<int>(DrawerColour::Orange), "orange", QT_TRANSLATE_NOOP("Choice", "Orange"),
     describe::Tone::Waiting},
    {static_cast<int>(DrawerColour::Brown), "brown", QT_TRANSLATE_NOOP("Choice", "Brown"), describe::Tone::Bad},
    {static_cast<int>(DrawerColour::Red), "red", QT_TRANSLATE_NOOP("Choice", "Red"), describe::Tone::Bad},
});
constexpr const auto& choicesOf(std::type_identity<DrawerColour>) {
    return drawerColours;
}

/// The colour for so many uncleared cheques of so much together, by the worse of both: none is white; one or
/// up to 50 million rials yellow; 2 to 4 or 200 million orange; 5 to 10 or 500 million brown; above that red.
/// Advisory: what counts is the central bank's own answer.
DrawerColour drawerColour(std::int64_t uncleared, Money total);

/// After so many days what the central bank told is no longer to be relied on.
inline constexpr int colourDaysMax = 30;

/// What was told about a cheque's drawer.
struct ColourRequest {
    DrawerColour colour = DrawerColour::White;
    std::optional<Date> inquiredOn;  ///< none: today in Tehran
};

constexpr auto descriptionOf(std::type_identity<ColourRequest>) {
    using namespace describe;
    return schema("drawer_colour",
                  field("colour", &ColourRequest::colour)
                      .titled(QT_TRANSLATE_NOOP("Drawer", "Colour"))
                      .with(Required),
                  field("inquired_on", &ColourRequest::inquiredOn).titled(QT_TRANSLATE_NOOP("Drawer", "Asked on")));
}

/// A cheque's drawer as its own cheques and the central bank have it.
struct Drawer {
    std::string drawerName;
    int clearedCount = 0;
    int bouncedCount = 0;     ///< times, settled since or not
    int unclearedCount = 0;   ///< bounced ones that are not settled
    Money unclearedAmount;
    DrawerColour ownColour = DrawerColour::White;  ///< by these
    int likelyBp = 0;                              ///< the chance that a cheque is paid
    std::optional<DrawerColour> colour;            ///< as the central bank told it
    std::optional<Date> inquiredOn;
    bool isStale = true;  ///< never asked, or too long ago
};

constexpr auto descriptionOf(std::type_identity<Drawer>) {
    using namespace describe;
    return schema(
        "drawers", field("drawer_name", &Drawer::drawerName).titled(QT_TRANSLATE_NOOP("Drawer", "Drawer")),
        field("cleared_count", &Drawer::clearedCount).titled(QT_TRANSLATE_NOOP("Drawer", "Cleared")),
        field("bounced_count", &Drawer::bouncedCount).titled(QT_TRANSLATE_NOOP("Drawer", "Bounced")),
        field("uncleared_count", &Drawer::unclearedCount).titled(QT_TRANSLATE_NOOP("Drawer", "Bounced and open")),
        field("uncleared_amount", &Drawer::unclearedAmount)
            .titled(QT_TRANSLATE_NOOP("Drawer", "Amount bounced and open")),
        field("own_colour", &Drawer::ownColour).titled(QT_TRANSLATE_NOOP("Drawer", "Colour by our cheques")),
        field("likely_bp", &Drawer::likelyBp).titled(QT_TRANSLATE_NOOP("Drawer", "Chance of payment (0.01%)")),
        field("colour", &Drawer::colour).titled(QT_TRANSLATE_NOOP("Drawer", "Colour")),
        field("inquired_on", &Drawer::inquiredOn).titled(QT_TRANSLATE_NOOP("Drawer", "Asked on")),
        field("is_stale", &Drawer::isStale).titled(QT_TRANSLATE_NOOP("Drawer", "To be asked again")));
}

}  // namespace nextgen::cheque
