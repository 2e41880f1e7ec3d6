#pragma once

#include "shared/describe/record.h"

#include <array>

namespace nextgen::media {

using describe::Choice;

inline constexpr auto mediaKinds = std::to_array<Choice>({
    {0, "image", QT_TRANSLATE_NOOP("Choice", "Picture")},
    {1, "video", QT_TRANSLATE_NOOP("Choice", "Film")},
    {2, "document", QT_TRANSLATE_NOOP("Choice", "Document")},
    {3, "model", QT_TRANSLATE_NOOP("Choice", "3D model")},
});

inline constexpr auto mediaVisibilities = std::to_array<Choice>({
    {0, "public", QT_TRANSLATE_NOOP("Choice", "Public")},
    {1, "private", QT_TRANSLATE_NOOP("Choice", "Private")},
});

inline constexpr auto mediaFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("file_name", QT_TRANSLATE_NOOP("Field", "File")).with(Title | Search | ReadOnly).upTo(255),
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title")).with(Search).upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).upTo(200),
        text("alt_fa", QT_TRANSLATE_NOOP("Field", "For screen readers")).upTo(300),
        text("alt_en", QT_TRANSLATE_NOOP("Field", "For screen readers, English")).upTo(300),
        text("folder", QT_TRANSLATE_NOOP("Field", "Folder")).with(Code).upTo(200),
        choice("kind", QT_TRANSLATE_NOOP("Field", "Kind"), mediaKinds).with(ReadOnly),
        choice("visibility", QT_TRANSLATE_NOOP("Field", "Visibility"), mediaVisibilities),
        optional(reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors").with(ReadOnly)),
        text("mime_type", QT_TRANSLATE_NOOP("Field", "Type")).with(Code | ReadOnly),
        integer("size_bytes", QT_TRANSLATE_NOOP("Field", "Size (bytes)")).with(ReadOnly),
        optional(integer("width", QT_TRANSLATE_NOOP("Field", "Width (px)")).with(ReadOnly)),
        optional(integer("height", QT_TRANSLATE_NOOP("Field", "Height (px)")).with(ReadOnly)),
        optional(integer("duration_ms", QT_TRANSLATE_NOOP("Field", "Length (ms)")).with(ReadOnly)),
        optional(reference("uploaded_by", QT_TRANSLATE_NOOP("Field", "Uploaded by"), "users").with(ReadOnly)),
    });
}();

}  // namespace nextgen::media
