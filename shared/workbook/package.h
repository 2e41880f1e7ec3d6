#pragma once

#include <filesystem>
#include <optional>

namespace nextgen::workbook {

/// What office programs write as a zip package.
enum class Package { Docx, Xlsx, Odt, Ods };

/// By the package's parts, not by its name. nullopt for anything else: a package with macros, a damaged or an
/// absurd one, no package at all.
std::optional<Package> packageOf(const std::filesystem::path& path);

}  // namespace nextgen::workbook
