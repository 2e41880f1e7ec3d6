#pragma once

#include "server/audit/chain.h"

#include <filesystem>
#include <string>
#include <vector>

/// Anchors outside the database, one a line: whoever cuts the end off a chain and its anchors in the database
/// does not reach a copy of this file.
namespace nextgen::audit {

/// One line, JSON.
std::string textOf(const Anchor& anchor);

/// Adds a line, to the disk. std::runtime_error when it cannot be written.
void appendAnchor(const std::filesystem::path& file, const Anchor& anchor);

/// What could be read of a file. It need not be there.
struct AnchorFile {
    std::vector<Anchor> anchors;
    std::vector<int> badLines;  ///< numbers of lines that are no anchors
};
AnchorFile readAnchors(const std::filesystem::path& file);

}  // namespace nextgen::audit
