#include "shared/workbook/package.h"

#include "shared/workbook/archive.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace nextgen::workbook {

namespace {

struct NoVisitor : RowVisitor {
    bool sheetBegins(const Sheet&) override { return false; }
    bool row(const Row&) override { return false; }
};

constexpr std::size_t mimeTypeBytesMax = 100;
// A thousand parts take a tenth of it; what lies beyond it is not looked at, and so the whole is refused.
constexpr std::size_t listBytesMax = std::size_t{1} << 20;
constexpr auto contentTypes = "[Content_Types].xml";
constexpr auto manifest = "META-INF/manifest.xml";

/// Whether the part that lists the others names one of these, or is too long to say.
bool listsAny(Archive& archive, std::string_view part, std::initializer_list<std::string_view> words) {
    const std::string list = archive.beginning(part, listBytesMax);
    return list.size() == listBytesMax || std::ranges::any_of(words, [&](std::string_view word) {
               return list.find(word) != std::string::npos;
           });
}

}  // namespace

std::optional<Package> packageOf(const std::filesystem::path& path) {
    try {
        const Limits limits;
        NoVisitor nobody;
        Reading reading(limits, nobody, {});
        Archive archive(path, reading);
        if (archive.has(contentTypes)) {
            return listsAny(archive, contentTypes, {"macroEnabled", "vbaProject"}) ? std::nullopt
                   : archive.has("word/document.xml") ? std::optional(Package::Docx)
                   : archive.has("xl/workbook.xml")   ? std::optional(Package::Xlsx)
                                                      : std::nullopt;
        }
        if (archive.has("mimetype") && archive.has(manifest)) {
            if (listsAny(archive, manifest, {"\"Basic/", "\"Scripts/"})) {
                return std::nullopt;
            }
            const std::string type = archive.beginning("mimetype", mimeTypeBytesMax);
            return type == "application/vnd.oasis.opendocument.text"          ? std::optional(Package::Odt)
                   : type == "application/vnd.oasis.opendocument.spreadsheet" ? std::optional(Package::Ods)
                                                                              : std::nullopt;
        }
    } catch (const Refusal&) {  // NOLINT(bugprone-empty-catch)
        // Damaged or absurd: nothing that an office program wrote.
    }
    return std::nullopt;
}

}  // namespace nextgen::workbook
