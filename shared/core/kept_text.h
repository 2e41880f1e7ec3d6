#pragma once

#include <string>
#include <string_view>

namespace nextgen {

/// The text for as long as the program lives: for tables that are put together at the start and hold views.
/// Not for anything that comes from outside, since it is never freed. Any thread may call it.
std::string_view keptText(std::string text);

}  // namespace nextgen
