#include "server/entity/entity_routes.h"

#include "server/db/error.h"
#include "server/entity/entity_store.h"
#include "server/http/cached_answer.h"
#include "server/http/list_answer.h"
#include "shared/api/record_changes.h"
#include "shared/api/reveal.h"
#include "shared/describe/json.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <memory>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>
#include <vector>

namespace nextgen::entity {

namespace {

using http::Answer;
using http::Problem;
using http::Request;
using http::Response;

struct RecordTag;
using RecordId = Id<RecordTag>;
using Store = std::shared_ptr<const EntityStore>;

/// Where writing goes: the store, and who is asked before.
struct Desk {
    const EntityStore& store;
    const Guard& guard;

    std::optional<Problem> refusal(Request& request, db::Transaction& transaction,
                                   const Attempt& attempt) const {
        return guard ? guard(request, transaction, attempt) : std::nullopt;
    }
};

Answer list(Request& request, db::Database& database, const EntityStore& store) {
    const auto query = request.listQuery();
    if (!query) {
        return tl::unexpected(query.error());
    }
    db::ReadSession session(database.readers, request.tenantContext());
    return http::listAnswer(session, *query, store.listSource(request.caller().tenant),
                            [&](const db::Row& row) { return store.jsonOf(row); });
}

Answer get(Request& request, db::Database& database, cache::AnswerCache& answers, const EntityStore& store) {
    const auto id = request.requireId<RecordId>();
    if (!id) {
        return refuse(id.error());
    }
    return http::answerCached(request, answers, store.entity().name, id->value(), [&]() -> Answer {
        db::ReadSession session(database.readers, request.tenantContext());
        const auto record = store.find(session, request.caller().tenant, id->value());
        if (!record) {
            return refuse(ErrorCode::NotFound);
        }
        return Response::json(record->json).withVersion(record->version);
    });
}

/// What changed a record, newest first.
Answer history(Request& request, db::Database& database, const EntityStore& store) {
    const auto query = request.listQuery();
    if (!query) {
        return tl::unexpected(query.error());
    }
    const auto id = request.requireId<RecordId>();
    const TenantId tenant = request.caller().tenant;
    db::ReadSession session(database.readers, request.tenantContext());
    if (!id || !store.find(session, tenant, id->value())) {
        return refuse(ErrorCode::NotFound);
    }
    return http::listAnswer(
        session, *query, store.historySource(tenant, id->value()), [&](const db::Row& row) {
            const auto json = [&](std::string_view column) {
                const auto text = row.cell(row.indexOf(column));
                return text ? store.asAnswered(http::Json::parse(*text)) : http::Json(nullptr);
            };
            return http::Json{{"id", row.get<RecordId>("id").toString()},
                              {"at", row.get<Instant>("at").toString()},
                              {"action", row.get<std::string>("action")},
                              {"actor_name", row.get<std::optional<std::string>>("actor_name").value_or("")},
                              {"request_id", row.get<std::optional<std::string>>("request_id").value_or("")},
                              {"old_values", json("old_values")},
                              {"new_values", json("new_values")}};
        });
}

/// The record as it stands after a write.
Answer answerWith(const EntityStore& store, Request& request, db::Transaction& transaction, std::int64_t id,
                  bool isNew) {
    const auto record = store.find(transaction, request.caller().tenant, id);
    if (!record) {
        return refuse(ErrorCode::OutOfScope);  // written, but not the caller's to see: rolled back
    }
    if (isNew) {
        return Response::created('/' + std::string(store.entity().name) + '/' + std::to_string(id),
                                 record->json)
            .withVersion(record->version);
    }
    return Response::json(record->json).withVersion(record->version);
}

Answer create(Request& request, db::Transaction& transaction, const Desk& desk) {
    if (auto problem = desk.refusal(request, transaction, {0, &request.json()})) {
        return tl::unexpected(std::move(*problem));
    }
    const auto id = desk.store.create(transaction, request.json());
    if (!id) {
        return tl::unexpected(id.error());
    }
    return answerWith(desk.store, request, transaction, *id, true);
}

Answer editOne(Request& request, db::Transaction& transaction, cache::AnswerCache& answers, const Desk& desk,
               std::int64_t id, int version, const Json& patch) {
    const EntityStore& store = desk.store;
    if (auto problem = desk.refusal(request, transaction, {id, &patch})) {
        return tl::unexpected(std::move(*problem));
    }
    if (auto changed = store.change(transaction, id, version, patch); !changed) {
        return tl::unexpected(std::move(changed.error()));
    }
    http::forgetAfterCommit(request, answers, store.entity().name, id);
    return answerWith(store, request, transaction, id, false);
}

Answer edit(Request& request, db::Transaction& transaction, cache::AnswerCache& answers, const Desk& desk) {
    const auto id = request.requireId<RecordId>();
    const auto version = request.requireIfMatch();
    if (!id || !version) {
        return refuse(!id ? id.error() : version.error());
    }
    return editOne(request, transaction, answers, desk, id->value(), *version, request.json());
}

struct Change {
    RecordId id;
    int version = 0;
    const Json* values = nullptr;
};

/// The changes that a body asks for; with all that is wrong in its form otherwise. What is wrong in the
/// values of one is that record's own matter.
tl::expected<std::vector<Change>, Problem> changesIn(const Json& body) {
    Errors errors;
    const auto missing = [&](const std::string& pointer, const char* expected) {
        errors.push_back({ErrorCode::FieldTypeInvalid, pointer, {{"expected", expected}}});
    };
    const auto checkKeys = [&](const Json& object, const std::string& pointer,
                               std::initializer_list<std::string_view> known) {
        for (const auto& [key, value] : object.items()) {
            if (std::find(known.begin(), known.end(), key) == known.end()) {
                errors.push_back({ErrorCode::FieldUnknown, pointer + describe::detail::pointerTo(key), {}});
            }
        }
    };
    const auto member = [](const Json& object, const char* name) -> const Json& {
        static const Json nothing;
        const auto found = object.find(name);
        return found != object.end() ? *found : nothing;
    };
    std::vector<Change> changes;
    if (!body.is_object() || !member(body, "changes").is_array() || body["changes"].empty()) {
        missing("/changes", "array");
        return tl::unexpected(Problem(std::move(errors)));
    }
    checkKeys(body, {}, {"changes"});
    const Json& list = body["changes"];
    if (list.size() > api::recordChangesMax) {
        errors.push_back(
            {ErrorCode::TooManyRecords, "/changes", {{"limit", std::to_string(api::recordChangesMax)}}});
        return tl::unexpected(Problem(std::move(errors)));
    }
    std::set<std::int64_t> seen;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string pointer = "/changes/" + std::to_string(i);
        if (!list[i].is_object()) {
            missing(pointer, "object");
            continue;
        }
        checkKeys(list[i], pointer, {"id", "version", "values"});
        Change change;
        change.values = &member(list[i], "values");
        if (describe::valueFromJson(member(list[i], "id"), change.id) || !change.id) {
            errors.push_back({ErrorCode::IdInvalid, pointer + "/id", {}});
        } else if (!seen.insert(change.id.value()).second) {
            errors.push_back({ErrorCode::RecordRepeated, pointer + "/id", {}});
        }
        if (describe::valueFromJson(member(list[i], "version"), change.version) || change.version < 1) {
            errors.push_back({ErrorCode::NumberInvalid, pointer + "/version", {}});
        }
        if (!change.values->is_object()) {
            missing(pointer + "/values", "object");
        }
        changes.push_back(change);
    }
    if (!errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    return changes;
}

/// Each change by itself: one that is refused is undone, the others stand.
Answer editMany(Request& request, db::Transaction& transaction, cache::AnswerCache& answers, const Desk& desk,
                const http::Routes& routes) {
    const auto changes = changesIn(request.json());
    if (!changes) {
        return tl::unexpected(changes.error());
    }
    // Two calls that lock the same records in different order would wait for each other.
    std::vector<std::size_t> order(changes->size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t i) { return (*changes)[i].id.value(); });
    std::vector<Json> results(changes->size());
    std::size_t changed = 0;
    for (const std::size_t i : order) {
        const Change& change = (*changes)[i];
        Json& result = results[i] = Json{{"id", change.id.toString()}};
        Answer answer = [&]() -> Answer {
            db::Savepoint savepoint(transaction);
            try {
                Answer one = editOne(request, transaction, answers, desk, change.id.value(), change.version,
                                     *change.values);
                if (one) {
                    savepoint.keep();
                }
                return one;
            } catch (const db::Failure& failure) {
                auto refusal = routes.refusalOf(failure);
                if (!refusal) {
                    throw;
                }
                return tl::unexpected(std::move(*refusal));
            }
        }();
        if (answer) {
            ++changed;
            result["version"] = answer->version.value_or(0);
        } else {
            result["error"] = answer.error().toJson(request.language);
        }
    }
    return Response::json(
        {{"changed", changed}, {"refused", results.size() - changed}, {"results", results}});
}

Answer remove(Request& request, db::Transaction& transaction, cache::AnswerCache& answers, const Desk& desk) {
    const EntityStore& store = desk.store;
    const auto id = request.requireId<RecordId>();
    const auto version = request.requireIfMatch();
    if (!id || !version) {
        return refuse(!id ? id.error() : version.error());
    }
    if (auto problem = desk.refusal(request, transaction, {id->value(), nullptr})) {
        return tl::unexpected(std::move(*problem));
    }
    if (auto removed = store.remove(transaction, id->value(), *version); !removed) {
        return tl::unexpected(std::move(removed.error()));
    }
    http::forgetAfterCommit(request, answers, store.entity().name, id->value());
    if (!store.entity().can(api::Deactivate)) {
        return Response::noContent();
    }
    return answerWith(store, request, transaction, id->value(), false);
}

/// What the rules of several fields mean, each at the field to mend. Those of one field are named
/// <table>_<field>_<rule> and need no line (EntityStore::meaningOf).
struct Rule {
    const char* constraint;
    ErrorCode code;
    const char* pointer;
};

constexpr auto rules = std::to_array<Rule>({
    {"addresses_default_is_active", ErrorCode::DefaultInactive, "/is_default"},
    {"addresses_one_default", ErrorCode::DefaultTaken, "/is_default"},
    {"banners_times", ErrorCode::PeriodReversed, "/ends_at"},
    {"categories_tree", ErrorCode::CategoryMisplaced, "/parent_id"},
    {"discounts_maximum_of_percent", ErrorCode::DiscountCeilingNeedless, "/maximum_amount"},
    {"discounts_one_target", ErrorCode::DiscountTargetMismatch, "/applies_to"},
    {"discounts_percent_or_amount", ErrorCode::DiscountValueMismatch, "/kind"},
    {"discounts_shares", ErrorCode::DiscountShareMismatch, "/vendor_share_bp"},
    {"discounts_times", ErrorCode::PeriodReversed, "/ends_at"},
    {"inventory_logs_direction", ErrorCode::MovementMismatch, "/quantity_change"},
    {"pages_published", ErrorCode::StatusNeedsValue, "/published_at"},
    {"pages_times", ErrorCode::PeriodReversed, "/ends_at"},
    {"product_attribute_values_one", ErrorCode::AttributeValueMismatch, "/attribute_id"},
    // Movements of stock are judged where the stock itself is kept.
    {"product_stocks_enough", ErrorCode::StockNotEnough, "/quantity_change"},
    {"product_stocks_never_negative", ErrorCode::StockNotEnough, "/quantity_change"},
    {"product_tier_prices_dates", ErrorCode::PeriodReversed, "/ends_on"},
    {"product_tier_prices_step_key", ErrorCode::AlreadyExists, "/minimum_quantity"},
    {"products_compare_at_price_higher", ErrorCode::ComparePriceTooLow, "/compare_at_price"},
    {"products_quantities", ErrorCode::RangeReversed, "/maximum_quantity"},
    {"products_rejected_with_reason", ErrorCode::ReasonMissing, "/status_reason"},
    {"projects_budget", ErrorCode::RangeReversed, "/maximum_budget_amount"},
    {"projects_dates", ErrorCode::PeriodReversed, "/due_on"},
    {"projects_open", ErrorCode::StatusNeedsValue, "/bids_close_at"},
    {"shipping_methods_collect_costs_nothing", ErrorCode::ShippingCostsNothing, "/base_amount"},
    {"shipping_methods_days", ErrorCode::RangeReversed, "/maximum_days"},
    {"shipping_rates_step_key", ErrorCode::AlreadyExists, "/from_weight_grams"},
    {"shipping_zone_regions_place_key", ErrorCode::AlreadyExists, "/city"},
    {"sms_templates_approved", ErrorCode::StatusNeedsValue, "/provider"},
    {"spatial_assets_model_key", ErrorCode::AlreadyExists, "/model_media_id"},
    {"user_role_assignments_dealer_role", ErrorCode::FieldRequired, "/dealer_id"},
    {"user_role_assignments_executor_role", ErrorCode::FieldReadOnly, "/executor_id"},
    {"user_role_assignments_vendor_role", ErrorCode::FieldReadOnly, "/vendor_id"},
    {"vendor_bank_accounts_one_in_use", ErrorCode::AlreadyExists, "/vendor_id"},
});

/// One secret in full, for who may read the record and secrets.
Answer reveal(Request& request, db::Transaction& transaction, const EntityStore& store) {
    const auto id = request.requireId<RecordId>();
    if (!id) {
        return refuse(id.error());
    }
    if (!request.caller().may(store.entity().read)) {
        return tl::unexpected(http::permissionMissing(store.entity().read));
    }
    api::RevealRequest wanted;
    if (Errors errors = describe::fromRequest(request.json(), wanted); !errors.empty()) {
        return tl::unexpected(Problem(std::move(errors)));
    }
    auto value = store.reveal(transaction, id->value(), wanted.field);
    if (!value) {
        return tl::unexpected(std::move(value.error()));
    }
    return Response::json(describe::toJson(api::Revealed{wanted.field, std::move(*value)}));
}

void serve(http::Routes& routes, db::Database& database, cache::AnswerCache& answers, const Store& store,
           const Guard& guard) {
    const api::Entity& entity = store->entity();
    const std::string name(entity.name);
    routes.on(name + ".list",
              [&database, store](Request& request) { return list(request, database, *store); });
    routes.on(name + ".get", [&database, &answers, store](Request& request) {
        return get(request, database, answers, *store);
    });
    if (!entity.can(api::History)) {
        routes.on(name + ".history",
                  [&database, store](Request& request) { return history(request, database, *store); });
    }
    if (entity.can(api::Create)) {
        routes.onWrite(name + ".create", [store, guard](Request& request, db::Transaction& transaction) {
            return create(request, transaction, {*store, guard});
        });
    }
    if (entity.can(api::Edit)) {
        routes.onWrite(name + ".edit",
                       [&answers, store, guard](Request& request, db::Transaction& transaction) {
                           return edit(request, transaction, answers, {*store, guard});
                       });
        routes.onWrite(name + ".edit_many",
                       [&answers, &routes, store, guard](Request& request, db::Transaction& transaction) {
                           return editMany(request, transaction, answers, {*store, guard}, routes);
                       });
    }
    if (entity.can(api::Deactivate) || entity.can(api::Remove)) {
        routes.onWrite(name + ".remove",
                       [&answers, store, guard](Request& request, db::Transaction& transaction) {
                           return remove(request, transaction, answers, {*store, guard});
                       });
    }
    if (entity.hasSecrets()) {
        routes.onWrite(name + ".reveal", [store](Request& request, db::Transaction& transaction) {
            return reveal(request, transaction, *store);
        });
    }
    routes.onConstraints([store](std::string_view constraint) { return store->meaningOf(constraint); });
}

}  // namespace

void addRoutes(http::Routes& routes, db::Database& database, cache::AnswerCache& answers,
               secret::Vault& vault, const Guards& guards) {
    for (const Rule& rule : rules) {
        routes.onConstraint(rule.constraint, rule.code, rule.pointer);
    }
    for (const api::Entity& entity : api::entities()) {
        const auto guard = guards.find(entity.name);
        serve(routes, database, answers, std::make_shared<const EntityStore>(entity, vault),
              guard == guards.end() ? Guard() : guard->second);
    }
}

}  // namespace nextgen::entity
