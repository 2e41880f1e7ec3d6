#pragma once

#include "server/db/connection.h"
#include "server/db/session.h"

#include <functional>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace nextgen::db {

/// The database and the program's migrations contradict each other; nothing was changed.
class MigrationRefused : public std::runtime_error {
  public:
    using runtime_error::runtime_error;
};

/// Brings the database to the program's schema: what is missing, in order, each file in a transaction of its
/// own together with its line in app.schema_migrations. A file whose first line is `-- no-transaction` holds
/// one statement that cannot run in a transaction (CREATE INDEX CONCURRENTLY) and must bear being run twice.
/// Several programs may call it at once: one works, the others wait.
///
/// `owner` connects as the schema's owner. Returns the names of what was applied. Throws MigrationRefused
/// when a migration that was applied is missing here or reads differently, Failure when one fails.
///
/// `steps`: what of a migration SQL cannot do, by its number; done after its text, in its transaction.
using MigrationSteps = std::map<int, std::function<void(Connection& owner)>>;
std::vector<std::string> migrate(ConnectionSettings owner, std::span<const Migration> migrations,
                                 const MigrationSteps& steps = {});

enum class SchemaState {
    Current,
    Behind,    ///< migrations wait to be applied
    Ahead,     ///< a newer program migrated this database
    Different  ///< a migration was changed after it was applied
};

/// How the database stands to the program's migrations; any role may ask.
SchemaState schemaState(Session& session, std::span<const Migration> migrations);

}  // namespace nextgen::db
