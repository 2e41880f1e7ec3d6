#pragma once

#include <span>
#include <string_view>

/// What is fed with anything at all: every reader of what comes from outside. A target must neither crash,
/// nor hang, nor break what its reader promises.
namespace nextgen::fuzz {

struct Target {
    std::string_view name;  ///< also of its folder in corpus/
    void (*run)(std::string_view bytes);
};

std::span<const Target> targets();

/// Ends the program with a word on what was promised and not kept.
void demand(bool holds, const char* promise);

}  // namespace nextgen::fuzz
