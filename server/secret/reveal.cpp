#include "server/secret/reveal.h"

#include "server/sql.h"
#include "shared/core/error_code.h"

namespace nextgen::secret {

std::string reveal(db::Transaction& transaction, Vault& vault, const Cell& cell,
                   const std::optional<db::Bytes>& cipher) {
    const TenantId tenant = transaction.context().tenant;
    transaction.query(sql::secret::insertReveal, tenant, cell.row, cell.table, cell.field);
    return open(vault.forReading(tenant), cell, cipher);
}

Error fieldRefused(std::span<const describe::FieldInfo> fields) {
    std::string names;
    for (const describe::FieldInfo& field : fields) {
        if (field.isSecret()) {
            names.append(names.empty() ? "" : ", ").append(field.name);
        }
    }
    return {ErrorCode::ValueNotAllowed, "/field", {{"allowed", names}}};
}

db::Params lookupsAsSql(Vault& vault, TenantId tenant, std::string_view value) {
    db::Params indexes;
    for (const BlindIndex& index : vault.forReading(tenant).lookups(value)) {
        indexes.push_back(db::toSql(index.bytes));
    }
    return indexes;
}

}  // namespace nextgen::secret
