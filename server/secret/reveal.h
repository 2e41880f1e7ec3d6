#pragma once

#include "server/db/session.h"
#include "server/secret/vault.h"
#include "shared/core/error.h"

#include <span>
#include <string_view>

/// What the features that have secrets share.
namespace nextgen::secret {

/// Writes into the audit trail who reads this cell in full; what it holds is not written.
void noteReveal(db::Transaction& transaction, const Cell& cell);

/// value_not_allowed at /field, with the names of the secrets among these fields.
Error fieldRefused(std::span<const describe::FieldInfo> fields);

/// What a value is found by in <field>_index; for http::ListSource.
db::Params lookupsAsSql(Vault& vault, TenantId tenant, std::string_view value);

}  // namespace nextgen::secret
