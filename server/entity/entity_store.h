#pragma once

#include "server/db/session.h"
#include "server/http/list_query.h"
#include "server/http/problem.h"
#include "server/secret/vault.h"
#include "shared/api/entity.h"

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace nextgen::entity {

using http::Json;

/// A record as it is answered: {"id", …, "version", "created_at", "updated_at"}.
struct Record {
    Json json;
    int version = 0;
};

/// The statements of one entity, made out of its description.
class EntityStore {
  public:
    /// Both outlive the store.
    EntityStore(const api::Entity& entity, secret::Vault& vault);

    const api::Entity& entity() const { return *m_entity; }

    /// All rows of the tenant $1, for lists.
    http::ListSource listSource(TenantId tenant) const;
    /// What the audit trail has of one of them.
    http::ListSource historySource(TenantId tenant, std::int64_t id) const;
    Json jsonOf(const db::Row& row) const;

    /// Columns as the audit trail has them, with secrets as records show them.
    Json asAnswered(Json columns) const;

    /// nullopt as well for a record of another tenant, or one that row-level security hides.
    std::optional<Record> find(db::Session& session, TenantId tenant, std::int64_t id) const;
    /// The new record's id; refused with all that is wrong in `body`. What is left out takes the column's
    /// default.
    tl::expected<std::int64_t, http::Problem> create(db::Transaction& transaction, const Json& body) const;
    /// RFC 7396 onto the record as it stands at `version`.
    tl::expected<void, http::Problem> change(db::Transaction& transaction, std::int64_t id, int version,
                                             const Json& patch) const;
    tl::expected<void, http::Problem> remove(db::Transaction& transaction, std::int64_t id,
                                             int version) const;

    /// A secret field in full, noted in the audit trail; empty when it is. not_found; value_not_allowed for a
    /// field that is no secret.
    tl::expected<std::string, http::Problem> reveal(db::Transaction& transaction, std::int64_t id,
                                                    std::string_view field) const;

    /// What a violated constraint of the table says, by its name: <table>_<field>_<rule>. nullopt for another
    /// table's.
    std::optional<Error> meaningOf(std::string_view constraint) const;

  private:
    tl::expected<Record, http::Problem> lockAt(db::Transaction& transaction, std::int64_t id,
                                               int version) const;
    /// The columns of a secret field with its value in its stored form.
    void addSecret(const secret::Keyring& keyring, std::int64_t id, const describe::FieldInfo& field,
                   const std::string& value,
                   const std::function<void(std::string_view column, db::Param value)>& add) const;
    std::string searchKeyOf(const Json& record) const;
    /// Writes what q= compares where that lies apart from the table.
    void keepSearchKey(db::Transaction& transaction, std::int64_t id) const;

    const api::Entity* m_entity;
    secret::Vault* m_vault;
    std::string m_list;
    std::string m_search;
    std::string m_findName;
    std::string m_find;
};

}  // namespace nextgen::entity
