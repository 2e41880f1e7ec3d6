#pragma once

#include "shared/core/money.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nextgen {

/// A whole number in Persian words, the style banks print on cheques: 123 is «یکصد و بیست و سه», 1001 «یک
/// هزار و یک», zero «صفر», below zero begins with «منفی». Scales: هزار، میلیون، میلیارد، تریلیون، …
std::string numberInPersianWords(std::int64_t value);

/// The same in English: "one hundred twenty-three".
std::string numberInEnglishWords(std::int64_t value);

/// The number that Persian words spell, in the style of numberInPersianWords or another («صد», «چهار صد»,
/// «هزار میلیارد»), digits and ordinals among them; nullopt when a word is none, a place is taken twice or 64
/// bits do not hold it.
std::optional<std::int64_t> numberFromPersianWords(std::string_view words);

}  // namespace nextgen
