#pragma once

#include "shared/describe/record.h"

#include <array>

namespace nextgen::executor {

using describe::Choice;
using describe::Tone;

inline constexpr auto executorKinds = std::to_array<Choice>({
    {0, "natural", QT_TRANSLATE_NOOP("Choice", "Person")},
    {1, "legal", QT_TRANSLATE_NOOP("Choice", "Company")},
});

inline constexpr auto executorStatuses = std::to_array<Choice>({
    {0, "pending", QT_TRANSLATE_NOOP("Choice", "Pending"), Tone::Waiting},
    {1, "in_review", QT_TRANSLATE_NOOP("Choice", "In review"), Tone::Waiting},
    {2, "approved", QT_TRANSLATE_NOOP("Choice", "Approved"), Tone::Good},
    {3, "rejected", QT_TRANSLATE_NOOP("Choice", "Rejected"), Tone::Bad},
    {4, "suspended", QT_TRANSLATE_NOOP("Choice", "Suspended"), Tone::Bad},
    {5, "closed", QT_TRANSLATE_NOOP("Choice", "Closed"), Tone::Ended},
});

inline constexpr auto projectBiddings = std::to_array<Choice>({
    {0, "open", QT_TRANSLATE_NOOP("Choice", "Open")},
    {1, "invited", QT_TRANSLATE_NOOP("Choice", "By invitation")},
    {2, "sealed", QT_TRANSLATE_NOOP("Choice", "Sealed")},
});

inline constexpr auto projectStatuses = std::to_array<Choice>({
    {0, "draft", QT_TRANSLATE_NOOP("Choice", "Draft"), Tone::Open},
    {1, "open", QT_TRANSLATE_NOOP("Choice", "Open"), Tone::Open},
    {2, "closed", QT_TRANSLATE_NOOP("Choice", "Closed for bids"), Tone::Waiting},
    {3, "awarded", QT_TRANSLATE_NOOP("Choice", "Awarded"), Tone::Good},
    {4, "in_progress", QT_TRANSLATE_NOOP("Choice", "In progress"), Tone::Open},
    {5, "completed", QT_TRANSLATE_NOOP("Choice", "Completed"), Tone::Good},
    {6, "disputed", QT_TRANSLATE_NOOP("Choice", "Disputed"), Tone::Bad},
    {7, "cancelled", QT_TRANSLATE_NOOP("Choice", "Cancelled"), Tone::Ended},
});

inline constexpr auto projectBidStatuses = std::to_array<Choice>({
    {0, "invited", QT_TRANSLATE_NOOP("Choice", "Invited"), Tone::Open},
    {1, "declined", QT_TRANSLATE_NOOP("Choice", "Declined"), Tone::Ended},
    {2, "submitted", QT_TRANSLATE_NOOP("Choice", "Submitted"), Tone::Open},
    {3, "withdrawn", QT_TRANSLATE_NOOP("Choice", "Withdrawn"), Tone::Ended},
    {4, "shortlisted", QT_TRANSLATE_NOOP("Choice", "Shortlisted"), Tone::Open},
    {5, "accepted", QT_TRANSLATE_NOOP("Choice", "Accepted"), Tone::Good},
    {6, "rejected", QT_TRANSLATE_NOOP("Choice", "Rejected"), Tone::Bad},
    {7, "expired", QT_TRANSLATE_NOOP("Choice", "Expired"), Tone::Ended},
});

inline constexpr auto projectMilestoneStatuses = std::to_array<Choice>({
    {0, "planned", QT_TRANSLATE_NOOP("Choice", "Planned"), Tone::Open},
    {1, "funded", QT_TRANSLATE_NOOP("Choice", "Funded"), Tone::Open},
    {2, "in_progress", QT_TRANSLATE_NOOP("Choice", "In progress"), Tone::Open},
    {3, "done", QT_TRANSLATE_NOOP("Choice", "Done"), Tone::Waiting},
    {4, "approved", QT_TRANSLATE_NOOP("Choice", "Approved"), Tone::Good},
    {5, "released", QT_TRANSLATE_NOOP("Choice", "Released"), Tone::Good},
    {6, "disputed", QT_TRANSLATE_NOOP("Choice", "Disputed"), Tone::Bad},
    {7, "cancelled", QT_TRANSLATE_NOOP("Choice", "Cancelled"), Tone::Ended},
});

inline constexpr auto executorFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("code", QT_TRANSLATE_NOOP("Field", "Code")).with(Required | Code | Search | Equal).upTo(32),
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title")).with(Required | Title | Search).upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).with(Search).upTo(200),
        choice("kind", QT_TRANSLATE_NOOP("Field", "Kind"), executorKinds),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), executorStatuses).with(ReadOnly),
        text("status_reason", QT_TRANSLATE_NOOP("Field", "Reason")).with(ReadOnly).upTo(500),
        text("skills", QT_TRANSLATE_NOOP("Field", "Skills")).with(Search).upTo(1000),
        text("mobile", QT_TRANSLATE_NOOP("Field", "Mobile")).with(Code),
        text("email", QT_TRANSLATE_NOOP("Field", "E-mail")).with(Code),
        text("province", QT_TRANSLATE_NOOP("Field", "Province")).upTo(60),
        text("city", QT_TRANSLATE_NOOP("Field", "City")).upTo(60),
        text("license_number", QT_TRANSLATE_NOOP("Field", "Licence")).with(Code).upTo(60),
        optional(date("license_expires_on", QT_TRANSLATE_NOOP("Field", "Licence until"))),
        integer("capacity", QT_TRANSLATE_NOOP("Field", "Capacity")),
        secret("national_id", QT_TRANSLATE_NOOP("Field", "National id"), Secret::NationalId).with(Equal),
        secret("iban", QT_TRANSLATE_NOOP("Field", "IBAN"), Secret::Iban).with(Equal),
        optional(reference("media_id", QT_TRANSLATE_NOOP("Field", "Picture"), "media")),
    });
}();

inline constexpr auto projectFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        text("project_number", QT_TRANSLATE_NOOP("Field", "Number")).with(Required | Code).upTo(32),
        text("title_fa", QT_TRANSLATE_NOOP("Field", "Title"))
            .with(Required | Title | Search | Sort)
            .upTo(200),
        text("title_en", QT_TRANSLATE_NOOP("Field", "English title")).with(Search).upTo(200),
        text("description", QT_TRANSLATE_NOOP("Field", "Description")).upTo(20000),
        optional(reference("customer_id", QT_TRANSLATE_NOOP("Field", "Customer"), "users")),
        optional(reference("dealer_id", QT_TRANSLATE_NOOP("Field", "Dealer"), "dealers")),
        optional(reference("category_id", QT_TRANSLATE_NOOP("Field", "Category"), "categories")),
        text("province", QT_TRANSLATE_NOOP("Field", "Province")).upTo(60),
        text("city", QT_TRANSLATE_NOOP("Field", "City")).upTo(60),
        text("address", QT_TRANSLATE_NOOP("Field", "Address")).upTo(500),
        optional(money("minimum_budget_amount", QT_TRANSLATE_NOOP("Field", "Budget from"))),
        optional(money("maximum_budget_amount", QT_TRANSLATE_NOOP("Field", "Budget to"))),
        choice("bidding", QT_TRANSLATE_NOOP("Field", "Bidding"), projectBiddings),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), projectStatuses).with(ReadOnly),
        optional(instant("bids_close_at", QT_TRANSLATE_NOOP("Field", "Bids until"))),
        optional(date("starts_on", QT_TRANSLATE_NOOP("Field", "From"))),
        optional(date("due_on", QT_TRANSLATE_NOOP("Field", "Due"))),
        optional(
            reference("executor_id", QT_TRANSLATE_NOOP("Field", "Executor"), "executors").with(ReadOnly)),
        integer("retention_bp", QT_TRANSLATE_NOOP("Field", "Retention (0.01%)")),
    });
}();

inline constexpr auto projectBidFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("project_id", QT_TRANSLATE_NOOP("Field", "Project"), "projects"),
        reference("executor_id", QT_TRANSLATE_NOOP("Field", "Executor"), "executors").with(Title),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), projectBidStatuses),
        optional(money("amount", QT_TRANSLATE_NOOP("Field", "Price offered")).with(Sort)),
        optional(integer("duration_days", QT_TRANSLATE_NOOP("Field", "Duration (days)"))),
        integer("warranty_months", QT_TRANSLATE_NOOP("Field", "Warranty (months)")),
        text("message", QT_TRANSLATE_NOOP("Field", "Message")).upTo(5000),
        optional(date("valid_until", QT_TRANSLATE_NOOP("Field", "Valid until"))),
        optional(instant("submitted_at", QT_TRANSLATE_NOOP("Field", "Submitted"))),
        optional(instant("decided_at", QT_TRANSLATE_NOOP("Field", "Decided"))),
        text("decision_reason", QT_TRANSLATE_NOOP("Field", "Reason of the decision")).upTo(1000),
    });
}();

inline constexpr auto projectMilestoneFields = [] {
    using namespace describe::record;
    return std::to_array<FieldInfo>({
        reference("project_id", QT_TRANSLATE_NOOP("Field", "Project"), "projects").with(Required | Fixed),
        integer("position", QT_TRANSLATE_NOOP("Field", "Position")),
        text("title", QT_TRANSLATE_NOOP("Field", "Title")).with(Required | Title).upTo(200),
        text("description", QT_TRANSLATE_NOOP("Field", "Description")).upTo(5000),
        money("amount", QT_TRANSLATE_NOOP("Field", "Amount")).with(Required | Summed),
        optional(date("due_on", QT_TRANSLATE_NOOP("Field", "Due"))),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), projectMilestoneStatuses).with(ReadOnly),
        optional(instant("done_at", QT_TRANSLATE_NOOP("Field", "Done")).with(ReadOnly)),
        optional(instant("approved_at", QT_TRANSLATE_NOOP("Field", "Approved")).with(ReadOnly)),
        optional(instant("released_at", QT_TRANSLATE_NOOP("Field", "Released")).with(ReadOnly)),
    });
}();

}  // namespace nextgen::executor
