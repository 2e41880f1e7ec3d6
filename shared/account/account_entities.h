#pragma once

#include "shared/account/audit.h"
#include "shared/describe/record.h"

#include <array>

namespace nextgen::account {

using describe::Choice;

inline constexpr auto userLanguages = std::to_array<Choice>({
    {0, "fa", QT_TRANSLATE_NOOP("Choice", "Persian")},
    {1, "en", QT_TRANSLATE_NOOP("Choice", "English")},
});

inline constexpr auto userFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("email", QT_TRANSLATE_NOOP("Field", "E-mail"))
            .with(Required | Code | Equal | Sort | Search)
            .upTo(254),
        text("display_name", QT_TRANSLATE_NOOP("Field", "Name")).with(Required | Title | Sort | Search),
        text("mobile", QT_TRANSLATE_NOOP("Field", "Mobile")).with(Code | Equal | Search),
        choice("language", QT_TRANSLATE_NOOP("Field", "Language"), userLanguages),
        secret("national_id", QT_TRANSLATE_NOOP("Field", "National id"), Secret::NationalId).with(Equal),
        flag("must_change_password", QT_TRANSLATE_NOOP("Field", "Must change the password first")),
        optional(instant("locked_until", QT_TRANSLATE_NOOP("Field", "Locked until")).with(ReadOnly)),
        optional(instant("last_sign_in_at", QT_TRANSLATE_NOOP("Field", "Last sign-in")).with(ReadOnly)),
    });
}();

inline constexpr auto addressFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("user_id", QT_TRANSLATE_NOOP("Field", "User"), "users").with(Required | Fixed),
        text("title", QT_TRANSLATE_NOOP("Field", "Title")).with(Title | Search).upTo(60),
        text("recipient_name", QT_TRANSLATE_NOOP("Field", "Recipient")).with(Required | Search).upTo(200),
        text("mobile", QT_TRANSLATE_NOOP("Field", "Mobile")).with(Required | Code),
        text("province", QT_TRANSLATE_NOOP("Field", "Province")).with(Required | Search).upTo(60),
        text("city", QT_TRANSLATE_NOOP("Field", "City")).with(Required | Search).upTo(60),
        text("address", QT_TRANSLATE_NOOP("Field", "Address")).with(Required | Search).upTo(500),
        text("plaque", QT_TRANSLATE_NOOP("Field", "House number")).upTo(20),
        text("unit", QT_TRANSLATE_NOOP("Field", "Flat")).upTo(20),
        text("postal_code", QT_TRANSLATE_NOOP("Field", "Postal code")).with(Code),
        flag("is_default", QT_TRANSLATE_NOOP("Field", "Default")),
    });
}();

inline constexpr auto userRoleAssignmentFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("user_id", QT_TRANSLATE_NOOP("Field", "User"), "users").with(Required | Fixed),
        text("role", QT_TRANSLATE_NOOP("Field", "Role")).with(Required | Fixed | Title | Code).upTo(63),
        optional(reference("dealer_id", QT_TRANSLATE_NOOP("Field", "Dealer"), "dealers").with(Fixed)),
        optional(reference("vendor_id", QT_TRANSLATE_NOOP("Field", "Vendor"), "vendors").with(Fixed)),
        optional(reference("executor_id", QT_TRANSLATE_NOOP("Field", "Executor"), "executors").with(Fixed)),
        optional(instant("expires_at", QT_TRANSLATE_NOOP("Field", "Ends by itself"))),
    });
}();

inline constexpr auto rolePermissionFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("role", QT_TRANSLATE_NOOP("Field", "Role"))
            .with(Required | Title | Code | Equal | Sort)
            .upTo(63),
        text("permission", QT_TRANSLATE_NOOP("Field", "Right")).with(Required | Code | Equal).upTo(60),
    });
}();

inline constexpr auto settingFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("key", QT_TRANSLATE_NOOP("Field", "Setting"))
            .with(Required | Title | Code | Equal | Sort | Fixed | SettingKey),
        valueOfSetting("value", QT_TRANSLATE_NOOP("Field", "Value"), "key").with(Required),
    });
}();

inline constexpr auto auditLogFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        instant("at", QT_TRANSLATE_NOOP("Field", "When")).with(Range),
        choice("action", QT_TRANSLATE_NOOP("Field", "Action"), auditActions).with(Title),
        text("table_name", QT_TRANSLATE_NOOP("Field", "Kind of record")).with(TableName | Equal),
        optional(recordIn("row_id", QT_TRANSLATE_NOOP("Field", "Record"), "table_name")),
        optional(reference("actor_id", QT_TRANSLATE_NOOP("Field", "By"), "users")),
        optional(text("request_id", QT_TRANSLATE_NOOP("Field", "Request")).with(Code)),
        optional(text("client_ip", QT_TRANSLATE_NOOP("Field", "From address")).with(Code)),
        flag("is_sealed", QT_TRANSLATE_NOOP("Field", "Sealed")).with(ReadOnly),
        optional(text("old_values", "").with(Hidden | JsonText)),
        optional(text("new_values", "").with(Hidden | JsonText)),
    });
}();

}  // namespace nextgen::account
