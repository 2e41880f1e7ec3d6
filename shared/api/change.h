#pragma once

#include "shared/api/list_spec.h"
#include "shared/core/id.h"
#include "shared/describe/describe.h"
#include "shared/describe/translate.h"

#include <array>
#include <optional>
#include <string>

namespace nextgen::api {

struct AnyRecordTag;
using AnyRecordId = Id<AnyRecordTag>;

/// That a record changed: made, changed or gone since somebody last asked.
struct Change {
    std::string entity;             ///< as in routes: "dealers"
    std::optional<AnyRecordId> id;  ///< none: any of them, after work in bulk
    std::optional<int> version;     ///< none: it is gone, or any of them
    bool isRemoved = false;
    Instant changedAt;
    std::optional<UserId> actorId;  ///< of whom the reader may know
    std::optional<std::string> actorName;
};

constexpr auto descriptionOf(std::type_identity<Change>) {
    using namespace describe;
    return schema("change", field("entity", &Change::entity), field("id", &Change::id),
                  field("version", &Change::version), field("is_removed", &Change::isRemoved),
                  field("changed_at", &Change::changedAt), field("actor_id", &Change::actorId),
                  field("actor_name", &Change::actorName));
}

inline constexpr std::array<ListField, 1> changeParameters{{{"since", describe::Kind::Text, Equal}}};

}  // namespace nextgen::api
