#pragma once

#include <spdlog/formatter.h>

#include <memory>

namespace nextgen::log {

/// The form of every line of the log: a moment in UTC, the level, the text without secrets. Whoever logs need
/// not think of them; see mask.h.
std::unique_ptr<spdlog::formatter> makeFormatter();

}  // namespace nextgen::log
