#pragma once

#include "shared/describe/record.h"

#include <array>

namespace nextgen::message {

using describe::Choice;
using describe::Tone;

inline constexpr auto emailTemplateLanguages = std::to_array<Choice>({
    {0, "fa", QT_TRANSLATE_NOOP("Choice", "Persian")},
    {1, "en", QT_TRANSLATE_NOOP("Choice", "English")},
});

inline constexpr auto smsTemplateApprovals = std::to_array<Choice>({
    {0, "draft", QT_TRANSLATE_NOOP("Choice", "Draft"), Tone::Open},
    {1, "pending", QT_TRANSLATE_NOOP("Choice", "Pending"), Tone::Waiting},
    {2, "approved", QT_TRANSLATE_NOOP("Choice", "Approved"), Tone::Good},
    {3, "rejected", QT_TRANSLATE_NOOP("Choice", "Rejected"), Tone::Bad},
});

inline constexpr auto notificationChannels = std::to_array<Choice>({
    {0, "in_app", QT_TRANSLATE_NOOP("Choice", "In the program")},
    {1, "email", QT_TRANSLATE_NOOP("Choice", "E-mail")},
    {2, "sms", QT_TRANSLATE_NOOP("Choice", "SMS")},
});

inline constexpr auto notificationStatuses = std::to_array<Choice>({
    {0, "queued", QT_TRANSLATE_NOOP("Choice", "Queued"), Tone::Open},
    {1, "sending", QT_TRANSLATE_NOOP("Choice", "Sending"), Tone::Open},
    {2, "sent", QT_TRANSLATE_NOOP("Choice", "Sent"), Tone::Open},
    {3, "delivered", QT_TRANSLATE_NOOP("Choice", "Delivered"), Tone::Good},
    {4, "failed", QT_TRANSLATE_NOOP("Choice", "Unsuccessful"), Tone::Bad},
    {5, "cancelled", QT_TRANSLATE_NOOP("Choice", "Cancelled"), Tone::Ended},
});

inline constexpr auto emailTemplateFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title")).with(Required | Title | Search).upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).upTo(200),
        text("code", QT_TRANSLATE_NOOP("Field", "Code")).with(Required | Code | Fixed | Equal).upTo(60),
        choice("language", QT_TRANSLATE_NOOP("Field", "Language"), emailTemplateLanguages).with(Fixed),
        text("subject", QT_TRANSLATE_NOOP("Field", "Subject line")).with(Required | Search).upTo(300),
        text("body_text", QT_TRANSLATE_NOOP("Field", "Plain text")).with(Required).upTo(50000),
        text("body_html", QT_TRANSLATE_NOOP("Field", "HTML")).upTo(200000),
        text("variables", QT_TRANSLATE_NOOP("Field", "Variables")).with(Code | JsonText),
    });
}();

inline constexpr auto smsTemplateFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title")).with(Required | Title | Search).upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).upTo(200),
        text("code", QT_TRANSLATE_NOOP("Field", "Code")).with(Required | Code | Fixed | Equal).upTo(60),
        choice("language", QT_TRANSLATE_NOOP("Field", "Language"), emailTemplateLanguages).with(Fixed),
        text("body", QT_TRANSLATE_NOOP("Field", "Text")).with(Required | Search).upTo(1000),
        text("provider", QT_TRANSLATE_NOOP("Field", "SMS provider")).with(Code),
        text("provider_template", QT_TRANSLATE_NOOP("Field", "Provider's template")).with(Code).upTo(100),
        choice("approval", QT_TRANSLATE_NOOP("Field", "Approval"), smsTemplateApprovals).with(ReadOnly),
        text("approval_reason", QT_TRANSLATE_NOOP("Field", "Reason")).with(ReadOnly).upTo(500),
        text("variables", QT_TRANSLATE_NOOP("Field", "Variables")).with(Code | JsonText),
    });
}();

inline constexpr auto notificationFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("title", QT_TRANSLATE_NOOP("Field", "Heading")).with(Title).upTo(300),
        optional(reference("user_id", QT_TRANSLATE_NOOP("Field", "User"), "users")),
        choice("channel", QT_TRANSLATE_NOOP("Field", "Channel"), notificationChannels),
        text("code", QT_TRANSLATE_NOOP("Field", "Code")).with(Code).upTo(60),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), notificationStatuses),
        text("recipient", QT_TRANSLATE_NOOP("Field", "Recipient")).with(Code).upTo(254),
        text("body", QT_TRANSLATE_NOOP("Field", "Text")).upTo(50000),
        integer("attempts", QT_TRANSLATE_NOOP("Field", "Attempts")),
        optional(instant("next_attempt_at", QT_TRANSLATE_NOOP("Field", "Next attempt"))),
        text("provider", QT_TRANSLATE_NOOP("Field", "Provider name")).with(Code),
        text("failure_code", QT_TRANSLATE_NOOP("Field", "Failure")).with(Code).upTo(60),
        money("cost_amount", QT_TRANSLATE_NOOP("Field", "Cost")),
        optional(instant("sent_at", QT_TRANSLATE_NOOP("Field", "Sent"))),
        optional(instant("delivered_at", QT_TRANSLATE_NOOP("Field", "Delivered"))),
        optional(instant("read_at", QT_TRANSLATE_NOOP("Field", "Read"))),
    });
}();

}  // namespace nextgen::message
