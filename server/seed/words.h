#pragma once

#include "server/seed/dice.h"

#include <span>
#include <string>
#include <string_view>

/// What generated people, places and goods are called.
namespace nextgen::seed {

/// One thing in both languages; the English is fit for web addresses.
struct Word {
    std::string_view persian;
    std::string_view english;
};

struct Place {
    std::string_view province;
    std::string_view city;
};

/// Kinds of goods, the same number in every tenant.
std::span<const Word> goods();
std::span<const Word> brandWords();

std::string personName(Dice dice);
std::string companyName(Dice dice);
Place place(Dice dice);
std::string street(Dice dice);
std::string opinion(Dice dice);
std::string productTitle(Dice dice, const Word& kind, std::string_view brand);

/// Makes one text in sixteen such as people really send: Arabic letters, digits of three alphabets, marks
/// that nobody sees, and once in a while as long as may be.
std::string asTyped(Dice dice, std::string text, std::size_t charactersMax);

}  // namespace nextgen::seed
