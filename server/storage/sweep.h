#pragma once

#include "server/db/pool.h"
#include "server/storage/object_store.h"

namespace nextgen::storage {

/// Removes the objects that are due to go, up to a thousand. Each is struck off the list after it is gone, so that a
/// sweep that breaks off is taken up by the next one, on whichever server. Throws what the database or the store
/// does.
void sweep(db::Pool& writers, ObjectStore& store);

}  // namespace nextgen::storage
