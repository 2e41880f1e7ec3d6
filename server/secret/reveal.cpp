#include "server/secret/reveal.h"

#include "server/sql.h"
#include "shared/core/error_code.h"

namespace nextgen::secret {

void noteReveal(db::Transaction& transaction, const Cell& cell) {
    transaction.query(sql::secret::insertReveal, transaction.context().tenant, cell.row, cell.table,
                      cell.field);
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
