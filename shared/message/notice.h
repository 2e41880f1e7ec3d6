#pragma once

#include "shared/api/list_spec.h"
#include "shared/core/error.h"
#include "shared/core/error_code.h"
#include "shared/core/id.h"
#include "shared/core/instant.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace nextgen::message {

struct NoticeTag;
using NoticeId = Id<NoticeTag>;

/// Something that happened, in the inbox of a person whom it concerns.
struct Notice {
    NoticeId id;
    std::string code;        ///< of the catalogue below, or one that this program does not know
    std::string title;       ///< what names the record: a cheque's number, a file's name
    std::string body;        ///< as it was worded then
    std::string sourceKind;  ///< the table of the record that it is about; empty: of none
    std::optional<NoticeId> sourceId;
    Instant createdAt;
    std::optional<Instant> readAt;
};

constexpr auto descriptionOf(std::type_identity<Notice>) {
    using namespace describe;
    return schema("notices", field("id", &Notice::id).with(Key | Hidden), field("code", &Notice::code),
                  field("title", &Notice::title), field("body", &Notice::body),
                  field("source_kind", &Notice::sourceKind), field("source_id", &Notice::sourceId),
                  field("created_at", &Notice::createdAt), field("read_at", &Notice::readAt));
}

/// What is told, in both languages; {title} stands for what names the record.
struct NoticeText {
    std::string_view code;
    std::string_view english;
    std::string_view persian;
    std::string_view filter = {};  ///< of the list that shows what is meant; empty: the record itself does
};

std::span<const NoticeText> noticeCatalogue();
/// nullptr for a code of a later program.
const NoticeText* findNoticeText(std::string_view code);
/// std::out_of_range for a code that is none, since that is a slip of the programmer.
const NoticeText& noticeText(std::string_view code);
/// The sentence of a notice; its body where the code is not known here.
std::string sentenceOf(const Notice& notice, Language language);

inline constexpr std::array<api::ListField, 1> inboxFields{{
    {"is_unread", describe::Kind::Bool, api::Equal},
}};
inline constexpr api::ListSpec inboxList{inboxFields, "-id", false};

inline constexpr std::size_t readAtOnceMax = 200;

}  // namespace nextgen::message
