#pragma once

#include "shared/file/file_type.h"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>

namespace nextgen::file {

/// What a file is by its content; nullptr for what may not be attached. std::system_error when it cannot be read.
const FileType* typeOf(const std::filesystem::path& path);

using Sha256 = std::array<unsigned char, 32>;
/// Of the file's bytes. std::system_error when it cannot be read.
Sha256 sha256Of(const std::filesystem::path& path);

/// The name as it is kept: without folders, signs that no file system or shell takes, marks that turn the reading
/// direction, and with an ending of its type, so that nothing passes for what it is not: "a.html" of plain text
/// becomes "a.html.txt".
std::string plainName(std::string_view name, const FileType& type);

}  // namespace nextgen::file
