#pragma once

#include "shared/core/id.h"
#include "shared/core/instant.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <cstdint>
#include <string>

namespace nextgen::file {

using FileId = Id<struct FileTag>;

/// What one record can have.
inline constexpr int filesMax = 50;
inline constexpr std::int64_t bytesMax = std::int64_t{256} << 20;
/// So long a file that was removed can be brought back.
inline constexpr int keptDays = 30;
inline constexpr std::size_t nameLettersMax = 200;

/// A file that is attached to a record. What it is never changes.
struct File {
    FileId id;
    std::string fileName;   ///< fit for any file system; its ending fits its type
    std::string mediaType;  ///< one of fileTypes, by its content
    int sizeBytes = 0;
    std::string sha256;  ///< hexadecimal
    UserId uploadedBy;
    std::string uploadedByName;
    Instant createdAt;
};

constexpr auto descriptionOf(std::type_identity<File>) {
    using namespace describe;
    return schema(
        "record_files", field("id", &File::id).with(Key | Hidden),
        field("file_name", &File::fileName).titled(QT_TRANSLATE_NOOP("File", "Name")).with(ReadOnly | Title),
        field("media_type", &File::mediaType).with(Hidden | ReadOnly),
        field("size_bytes", &File::sizeBytes).titled(QT_TRANSLATE_NOOP("File", "Size")).with(ReadOnly),
        field("sha256", &File::sha256).with(Hidden | ReadOnly),
        field("uploaded_by", &File::uploadedBy).with(Hidden | ReadOnly),
        field("uploaded_by_name", &File::uploadedByName)
            .titled(QT_TRANSLATE_NOOP("File", "By"))
            .with(ReadOnly),
        field("created_at", &File::createdAt).titled(QT_TRANSLATE_NOOP("File", "Attached")).with(ReadOnly));
}

}  // namespace nextgen::file
