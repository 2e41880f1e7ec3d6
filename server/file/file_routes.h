#pragma once

#include "server/clock.h"
#include "server/db/session.h"
#include "server/http/routes.h"
#include "server/storage/object_store.h"

#include <cstddef>

namespace nextgen::file {

/// Serves the files of every record that can have some: who may read the record reads them and adds some.
/// `fileBytesMax`: of one file.
void addRoutes(http::Routes& routes, db::Database& database, storage::ObjectStore& store,
               std::size_t fileBytesMax, const Clock& clock);

}  // namespace nextgen::file
