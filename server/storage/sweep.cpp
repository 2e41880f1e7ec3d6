#include "server/storage/sweep.h"

#include "server/db/session.h"
#include "server/sql.h"

#include <string>

namespace nextgen::storage {

namespace {

constexpr int objectsMax = 1'000;

}  // namespace

void sweep(db::Pool& writers, ObjectStore& store) {
    const db::Rows due = db::SystemSession(writers).query(sql::storage::dueLeftovers, objectsMax);
    for (const db::Row row : due) {
        store.remove(row.get<std::string>("storage_key"));
        db::SystemSession(writers).query(sql::storage::forgetLeftover, row.get<TenantId>("tenant_id"),
                                         row.get<std::int64_t>("id"));
    }
}

}  // namespace nextgen::storage
