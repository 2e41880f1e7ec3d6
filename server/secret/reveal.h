#pragma once

#include "server/db/session.h"
#include "server/secret/vault.h"
#include "shared/core/error.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// What the features that have secrets share.
namespace nextgen::secret {

/// A cell in full, for whoever asks in this transaction: the audit trail says who, and not what it holds.
/// Empty for NULL. Throws Unreadable.
std::string reveal(db::Transaction& transaction, Vault& vault, const Cell& cell,
                   const std::optional<db::Bytes>& cipher);

/// value_not_allowed at /field, with the names of the secrets among these fields.
Error fieldRefused(std::span<const describe::FieldInfo> fields);

/// What a value is found by in <field>_index; for http::ListSource.
db::Params lookupsAsSql(Vault& vault, TenantId tenant, std::string_view value);

}  // namespace nextgen::secret
