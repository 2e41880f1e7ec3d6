#include "server/command/commands.h"
#include "server/command/invocation.h"
#include "server/db/error.h"
#include "server/db/migrator.h"
#include "server/secret/vault.h"
#include "server/sql.h"

#include <fmt/format.h>

#include <csignal>

namespace nextgen::command {

namespace fs = std::filesystem;

namespace {

using embedded::ChildSettings;
using embedded::Stack;

/// A program of PostgreSQL with our terminal.
int runPostgres(const Stack& stack, const std::string& program, std::vector<std::string> arguments) {
    const fs::path path = stack.postgresPrograms() / program;
    arguments.insert(arguments.begin(), path.string());
    ChildSettings settings{arguments};
    settings.workingFolder = fs::current_path();
    settings.isInOurSession = true;
    // Ctrl+C is the child's: psql stops its query and goes on, and so must we.
    const auto before = std::signal(SIGINT, SIG_IGN);
    const int status = embedded::runProgram(settings);
    std::signal(SIGINT, before);
    return status;
}

void demandFolder(const fs::path& path, bool mustExist) {
    if (fs::exists(path) != mustExist) {
        throw BadSettings(
            fmt::format("{} {}.", path.string(), mustExist ? "does not exist" : "exists already"));
    }
}

bool hasRoles(db::Connection& connection) {
    return !connection.script("SELECT FROM pg_roles WHERE rolname = 'nextgen_server'").empty();
}

bool hasDatabase(db::Connection& connection, const std::string& name) {
    return !connection.run({"command/has_database", "SELECT FROM pg_database WHERE datname = $1"}, {name})
                .empty();
}

/// A backup that came from elsewhere needs the master key from there.
void sayWhetherSecretsOpen(const std::string& ownerUrl, const fs::path& masterKey) {
    try {
        db::Connection owner({ownerUrl, "nextgen restore"});
        if (secret::hasKeys(owner)) {
            secret::checkMasterKey(owner, masterKey);
        }
    } catch (const secret::KeyProblem& problem) {
        fmt::print(stderr, "The server will not start on what was restored before this is mended: {}\n",
                   problem.what());
    } catch (const db::Failure&) {  // NOLINT(bugprone-empty-catch)
        // A backup of an older program, without secrets.
    }
}

}  // namespace

int psql(const Settings& settings, const std::string& role, const std::vector<std::string>& arguments) {
    Stack stack(stackSettings(settings), Stack::Use::Visit, "psql");
    const std::string url = role == "server"   ? stack.databaseUrl()
                            : role == "reader" ? stack.databaseReaderUrl()
                                               : stack.databaseOwnerUrl();
    std::vector<std::string> all{"--dbname=" + url};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return runPostgres(stack, "psql", all);
}

int describeSchema(const Settings& settings) {
    Stack stack(stackSettings(settings), Stack::Use::Visit, "schema");
    db::Connection connection({stack.databaseOwnerUrl(), "nextgen schema", 0});
    for (const db::Row row : connection.run(sql::admin::describeSchema, {})) {
        fmt::print("{}\n", row.get<std::string>("line"));
    }
    return 0;
}

int backup(const Settings& settings, const fs::path& target) {
    demandFolder(target, false);
    Stack stack(stackSettings(settings), Stack::Use::Visit, "backup");
    // Only a whole backup gets its name.
    const fs::path partial = target.string() + ".partial";
    fs::remove_all(partial);
    fs::create_directories(partial);
    fs::permissions(partial, fs::perms::owner_all);
    const fs::path dump = partial / "database.dump";
    if (runPostgres(stack, "pg_dump",
                    // Notes of changes name transactions of this very cluster.
                    {"--format=custom", "--exclude-table-data=app.record_changes", "--file=" + dump.string(),
                     "--dbname=" + stack.databaseOwnerUrl()}) != 0) {
        fs::remove_all(partial);
        return 1;
    }
    fs::copy(stack.folder().uploads(), partial / "uploads", fs::copy_options::recursive);
    fs::rename(partial, target);
    fmt::print(
        "The backup is in {0}.\n"
        "THE MASTER KEY IS NOT IN IT. National ids, IBANs and other secrets of this backup are encrypted, "
        "and can be "
        "read with the file {1} only: keep a copy of that file, in another place than the backups.\n",
        target.string(), masterKeyFile(settings, stack).string());
    if (!settings.storageFolder.empty()) {
        fmt::print("ATTACHED FILES ARE NOT IN IT EITHER: they lie in {}, as storage.folder says.\n",
                   settings.storageFolder.string());
    }
    return 0;
}

int restore(const Settings& settings, const fs::path& source) {
    demandFolder(source / "database.dump", true);
    Stack stack(stackSettings(settings), Stack::Use::Serve, "restore");
    if (!stack.isDatabasePrivate()) {
        throw BadSettings(
            "restore works on the private PostgreSQL. Into a database of your own, restore "
            "database.dump with pg_restore.");
    }
    const std::string url = embedded::EmbeddedPostgres::url(stack.folder(), "nextgen_owner", "postgres");
    db::Connection connection({url, "nextgen restore", 0});
    if (!hasRoles(connection)) {
        db::migrate({stack.databaseOwnerUrl()},
                    sql::migrations());  // a new cluster: makes the roles
    }
    connection.script("DROP DATABASE IF EXISTS nextgen_before_restore");
    connection.script("ALTER DATABASE nextgen RENAME TO nextgen_before_restore");
    // --create brings back what belongs to the database as a whole: its settings and who may connect.
    if (runPostgres(
            stack, "pg_restore",
            {"--create", "--exit-on-error", "--dbname=" + url, (source / "database.dump").string()}) != 0) {
        if (hasDatabase(connection, "nextgen")) {
            connection.script("DROP DATABASE nextgen");
        }
        connection.script("ALTER DATABASE nextgen_before_restore RENAME TO nextgen");
        fmt::print(stderr, "Nothing was changed.\n");
        return 1;
    }
    sayWhetherSecretsOpen(stack.databaseOwnerUrl(), masterKeyFile(settings, stack));
    const fs::path uploads = stack.folder().uploads();
    const fs::path before = uploads.string() + ".before_restore";
    fs::remove_all(before);
    fs::rename(uploads, before);
    fs::create_directory(uploads);
    fs::permissions(uploads, fs::perms::owner_all);
    if (fs::exists(source / "uploads")) {
        fs::copy(source / "uploads", uploads, fs::copy_options::recursive);
    }
    fmt::print(
        "Restored. What was there before is kept as the database nextgen_before_restore and the folder {}, "
        "until the next restore.\n",
        before.string());
    return 0;
}

}  // namespace nextgen::command
