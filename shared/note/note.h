#pragma once

#include "shared/core/id.h"
#include "shared/core/instant.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <string>

namespace nextgen::note {

using NoteId = Id<struct NoteTag>;

inline constexpr int bodyLettersMax = 4'000;
/// So long its author can take a note back.
inline constexpr int takeBackMinutes = 15;

/// What somebody wrote about a record, beside its fields. It is never changed.
struct Note {
    NoteId id;
    UserId authorId;
    std::string authorName;
    std::string body;
    Instant createdAt;
};

constexpr auto descriptionOf(std::type_identity<Note>) {
    using namespace describe;
    return schema(
        "record_notes", field("id", &Note::id).with(Key | Hidden),
        field("author_id", &Note::authorId).with(Hidden | ReadOnly),
        field("author_name", &Note::authorName).titled(QT_TRANSLATE_NOOP("Note", "By")).with(ReadOnly),
        field("body", &Note::body)
            .titled(QT_TRANSLATE_NOOP("Note", "Note"))
            .with(Required)
            .upTo(bodyLettersMax),
        field("created_at", &Note::createdAt).titled(QT_TRANSLATE_NOOP("Note", "Written")).with(ReadOnly));
}

}  // namespace nextgen::note
