#pragma once

#include "shared/describe/record.h"

#include <array>

namespace nextgen::account {

/// People who can sign in, as administrators see them.
inline constexpr auto userFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("email", QT_TRANSLATE_NOOP("Field", "E-mail")).with(Required | Code | Equal | Sort).upTo(254),
        text("display_name", QT_TRANSLATE_NOOP("Field", "Name")).with(Required | Title | Sort).upTo(200),
        instant("locked_until", QT_TRANSLATE_NOOP("Field", "Locked until")).with(ReadOnly),
    });
}();

inline constexpr auto auditFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        instant("at", QT_TRANSLATE_NOOP("Field", "When")).with(Range),
        text("action", QT_TRANSLATE_NOOP("Field", "Action")).with(Title | Equal),
        text("table_name", QT_TRANSLATE_NOOP("Field", "Table")).with(Code | Equal),
        optional(text("row_id", QT_TRANSLATE_NOOP("Field", "Record"))).with(Code),
        reference("actor_id", QT_TRANSLATE_NOOP("Field", "By"), "users"),
        optional(text("request_id", QT_TRANSLATE_NOOP("Field", "Request"))).with(Code | Equal),
        optional(text("client_ip", QT_TRANSLATE_NOOP("Field", "Address"))).with(Code),
    });
}();

}  // namespace nextgen::account
