#pragma once

#include "shared/core/date.h"
#include "shared/core/id.h"
#include "shared/describe/describe.h"
#include "shared/describe/record.h"
#include "shared/describe/translate.h"

#include <array>
#include <optional>
#include <string>

/// Cheques held as a guarantee (چک ضمانتی): given back, or called and then a cheque like others. Until then they
/// are in no sum, no calendar and no forecast.
namespace nextgen::cheque {

using GuaranteeId = Id<struct GuaranteeTag>;

enum class GuaranteeStatus { Held, Released, Called };

inline constexpr auto guaranteeStatuses = std::to_array<describe::Choice>({
    {static_cast<int>(GuaranteeStatus::Held), "held", QT_TRANSLATE_NOOP("Choice", "Held"), describe::Tone::Open},
    {static_cast<int>(GuaranteeStatus::Released), "released", QT_TRANSLATE_NOOP("Choice", "Given back"),
     describe::Tone::Ended},
    {static_cast<int>(GuaranteeStatus::Called), "called", QT_TRANSLATE_NOOP("Choice", "Called"),
     describe::Tone::Bad},
});
constexpr const auto& choicesOf(std::type_identity<GuaranteeStatus>) {
    return guaranteeStatuses;
}

inline constexpr auto guaranteeFields = [] {
    using namespace describe::record;
    return std::to_array<describe::FieldInfo>({
        text("holder_name", QT_TRANSLATE_NOOP("Field", "Whose cheque")).with(Required | Title | Search).upTo(200),
        money("amount", QT_TRANSLATE_NOOP("Field", "Amount")).with(Required | Summed),
        choice("status", QT_TRANSLATE_NOOP("Field", "Status"), guaranteeStatuses).with(ReadOnly),
        text("sayad_id", QT_TRANSLATE_NOOP("Field", "Sayad id")).with(Code | Search).upTo(16),
        text("bank_code", QT_TRANSLATE_NOOP("Field", "Bank code")).with(Code).upTo(3),
        text("series", QT_TRANSLATE_NOOP("Field", "Series")).with(Code).upTo(20),
        text("serial", QT_TRANSLATE_NOOP("Field", "Serial")).with(Code | Search).upTo(20),
        optional(date("due_on", QT_TRANSLATE_NOOP("Field", "Due"))),
        optional(reference("dealer_id", QT_TRANSLATE_NOOP("Field", "Dealer"), "dealers")),
        text("purpose", QT_TRANSLATE_NOOP("Field", "What it guarantees")).with(Search).upTo(500),
        date("received_on", QT_TRANSLATE_NOOP("Field", "Received")).with(Required),
        optional(date("return_by", QT_TRANSLATE_NOOP("Field", "Give back by")).with(Range | Sort)),
        optional(date("closed_on", QT_TRANSLATE_NOOP("Field", "Given back or called on")).with(ReadOnly)),
        optional(reference("cheque_id", QT_TRANSLATE_NOOP("Field", "Cheque"), "cheques").with(ReadOnly)),
    });
}();

/// What calling one takes beside its record, where that does not say it.
struct CallRequest {
    std::optional<Date> occurredOn;  ///< none: today in Tehran
    std::optional<DealerId> dealerId;
    std::optional<Date> dueOn;
};

constexpr auto descriptionOf(std::type_identity<CallRequest>) {
    using namespace describe;
    return schema(
        "guarantee_call",
        field("occurred_on", &CallRequest::occurredOn).titled(QT_TRANSLATE_NOOP("ChequeEvent", "Date")),
        field("dealer_id", &CallRequest::dealerId).titled(QT_TRANSLATE_NOOP("Cheque", "Dealer")),
        field("due_on", &CallRequest::dueOn).titled(QT_TRANSLATE_NOOP("Cheque", "Due date")));
}

}  // namespace nextgen::cheque
