#include "server/cheque/move_json.h"

#include "shared/cheque/bounce.h"
#include "shared/core/identifier.h"
#include "shared/describe/json.h"

namespace nextgen::cheque {

using http::Json;
using http::Problem;

namespace {

/// What a body of one kind of move says, as far as that kind knows it.
template <describe::Described R>
Errors readInto(const Json& body, MoveDetails& details, std::optional<Date>& occurredOn) {
    R read;
    Errors errors = describe::applyPatch(body, read);
    occurredOn = read.occurredOn;
    details.note = std::move(read.note);
    if constexpr (requires { read.certificateNumber; }) {
        details.certificateNumber = std::move(read.certificateNumber);
        details.certificateOn = read.certificateOn;
    }
    if constexpr (std::is_same_v<R, BounceRequest>) {
        details.reason = read.reason;
        details.feeAmount = read.feeAmount.value_or(Money());
        details.isFeeDealers = read.isFeeDealers;
    }
    if constexpr (std::is_same_v<R, EndorseRequest>) {
        details.holderName = std::move(read.holderName);
    }
    return errors;
}

}  // namespace

tl::expected<MoveDetails, Problem> readMove(Move move, const Json& body, const Clock& clock) {
    MoveDetails details;
    std::optional<Date> occurredOn;
    Errors errors = move == Move::Bounce      ? readInto<BounceRequest>(body, details, occurredOn)
                    : move == Move::Redeposit ? readInto<RedepositRequest>(body, details, occurredOn)
                    : move == Move::Endorse   ? readInto<EndorseRequest>(body, details, occurredOn)
                                              : readInto<MoveRequest>(body, details, occurredOn);
    const Date day = today(clock);
    if (errors.empty()) {
        if (occurredOn && *occurredOn > day) {
            errors.push_back({ErrorCode::OccurredOnInFuture, "/occurred_on", {}});
        }
        if (details.certificateOn && *details.certificateOn > day) {
            errors.push_back({ErrorCode::OccurredOnInFuture, "/certificate_on", {}});
        }
        if (details.certificateOn && details.certificateNumber.empty()) {
            errors.push_back({ErrorCode::FieldRequired, "/certificate_number", {}});
        }
        if (details.feeAmount.isNegative()) {
            errors.push_back({ErrorCode::AmountNotPositive, "/fee_amount", {}});
        }
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    details.occurredOn = occurredOn.value_or(day);
    return details;
}

namespace {

/// The list of a body's member; nullptr when it is none, is empty or too long.
const Json* listIn(const Json& body, std::string_view name, std::size_t most, Errors& errors) {
    const std::string pointer = '/' + std::string(name);
    const auto found = body.find(std::string(name));
    if (found == body.end() || !found->is_array() || found->empty()) {
        errors.push_back({ErrorCode::FieldRequired, pointer, {}});
        return nullptr;
    }
    if (found->size() > most) {
        errors.push_back({ErrorCode::TooManyRecords, pointer, {{"limit", std::to_string(most)}}});
        return nullptr;
    }
    return &*found;
}

}  // namespace

std::vector<ChequeId> readIds(const Json& body, std::string_view name, std::size_t most, Errors& errors) {
    std::vector<ChequeId> ids;
    if (const Json* list = listIn(body, name, most, errors)) {
        ids.reserve(list->size());
        for (const Json& one : *list) {
            ChequeId id;
            if (describe::valueFromJson(one, id)) {
                errors.push_back({ErrorCode::IdInvalid,
                                  '/' + std::string(name) + '/' + std::to_string(ids.size()),
                                  {}});
            }
            ids.push_back(id);
        }
    }
    return ids;
}

std::vector<std::string> readSayadIds(const Json& body, std::string_view name, std::size_t most,
                                      Errors& errors) {
    std::vector<std::string> ids;
    if (const Json* list = listIn(body, name, most, errors)) {
        ids.reserve(list->size());
        for (const Json& one : *list) {
            if (!one.is_string()) {
                errors.push_back({ErrorCode::FieldTypeInvalid,
                                  '/' + std::string(name) + '/' + std::to_string(ids.size()),
                                  {{"expected", "string"}}});
            }
            ids.push_back(one.is_string()
                              ? identifier::readSayadId(one.get_ref<const std::string&>()).value_or("")
                              : std::string());
        }
    }
    return ids;
}

Json outcomesToJson(const std::vector<MoveOutcome>& outcomes, Language language) {
    Json results = Json::array();
    for (const MoveOutcome& outcome : outcomes) {
        Json result{{"id", outcome.id.toString()},
                    {"ok", !outcome.refusal},
                    {"status", outcome.status ? Json(describe::nameOf(*outcome.status)) : Json(nullptr)}};
        if (outcome.refusal) {
            result["code"] = errorName(outcome.refusal->code);
            result["message"] = errorSentence(*outcome.refusal, language);
        }
        results.push_back(std::move(result));
    }
    return results;
}

Json resultsToJson(const std::vector<MoveOutcome>& outcomes, Language language) {
    std::size_t moved = 0;
    for (const MoveOutcome& outcome : outcomes) {
        moved += outcome.refusal ? 0 : 1;
    }
    return {{"moved", moved},
            {"refused", outcomes.size() - moved},
            {"results", outcomesToJson(outcomes, language)}};
}

}  // namespace nextgen::cheque
