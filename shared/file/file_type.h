#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace nextgen::file {

/// A kind of file that may be attached. Nothing that runs, and nothing that a browser would run.
struct FileType {
    std::string_view name;  ///< for people, in either language
    std::string_view mediaType;
    std::array<std::string_view, 2> endings;  ///< of names; the first is what one without gets
    bool isPicture = false;
};

inline constexpr auto fileTypes = std::to_array<FileType>({
    {"PDF", "application/pdf", {"pdf"}},
    {"JPEG", "image/jpeg", {"jpg", "jpeg"}, true},
    {"PNG", "image/png", {"png"}, true},
    {"WebP", "image/webp", {"webp"}, true},
    {"TIFF", "image/tiff", {"tif", "tiff"}, true},
    {"HEIC", "image/heic", {"heic", "heif"}, true},
    {"Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", {"docx"}},
    {"Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", {"xlsx"}},
    {"ODT", "application/vnd.oasis.opendocument.text", {"odt"}},
    {"ODS", "application/vnd.oasis.opendocument.spreadsheet", {"ods"}},
    {"TXT", "text/plain", {"txt", "csv"}},
});

/// nullptr for one that is none of these.
constexpr const FileType* findFileType(std::string_view mediaType) {
    const auto* const found = std::ranges::find(fileTypes, mediaType, &FileType::mediaType);
    return found == fileTypes.end() ? nullptr : found;
}

}  // namespace nextgen::file
