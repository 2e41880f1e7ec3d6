#include "server/db/migrator.h"

#include "server/db/error.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <thread>

namespace nextgen::db {

namespace {

using namespace std::chrono_literals;

constexpr std::string_view createTable = R"(
CREATE SCHEMA IF NOT EXISTS app;
CREATE TABLE IF NOT EXISTS app.schema_migrations (
    number      integer     CONSTRAINT schema_migrations_pkey PRIMARY KEY,
    name        text        NOT NULL,
    sha256      text        NOT NULL,
    applied_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    duration_ms bigint      NOT NULL,
    applied_by  text        NOT NULL DEFAULT session_user
);
COMMENT ON TABLE app.schema_migrations IS 'The migrations that made this schema, with the hash of each file as it was applied.';
GRANT SELECT ON app.schema_migrations TO public;)";

constexpr Query selectApplied{"db/select_applied_migrations",
                              "SELECT number, name, sha256 FROM app.schema_migrations ORDER BY number"};
constexpr Query insertApplied{
    "db/insert_applied_migration",
    "INSERT INTO app.schema_migrations (number, name, sha256, duration_ms) VALUES ($1, $2, $3, $4)"};
constexpr Query tryLock{"db/try_migration_lock", "SELECT pg_try_advisory_lock(7311021470)"};
constexpr Query tableExists{"db/schema_migrations_exists",
                            "SELECT to_regclass('app.schema_migrations') IS NOT NULL"};

/// Asks again and again: a session that waits inside pg_advisory_lock() holds a snapshot, on which another
/// one's CREATE INDEX CONCURRENTLY would wait for ever.
void waitForLock(Connection& connection) {
    for (int attempt = 0; attempt < 600; ++attempt) {
        if (connection.run(tryLock, {}).one().get<bool>(0)) {
            return;
        }
        std::this_thread::sleep_for(100ms);
    }
    throw Busy("another program has been migrating this database for a minute");
}

SchemaState compare(const Rows& applied, std::span<const Migration> migrations, std::string& difference) {
    for (std::size_t i = 0; i < applied.size(); ++i) {
        const auto name = applied[i].get<std::string>("name");
        if (i >= migrations.size()) {
            difference = fmt::format("{} was applied by a newer program; use that one", name);
            return SchemaState::Ahead;
        }
        if (applied[i].get<int>("number") != migrations[i].number ||
            applied[i].get<std::string>("sha256") != migrations[i].sha256) {
            difference = fmt::format(
                "{} was changed after it was applied; put its text back and write a new one", name);
            return SchemaState::Different;
        }
    }
    return applied.size() < migrations.size() ? SchemaState::Behind : SchemaState::Current;
}

void apply(Connection& connection, const Migration& migration, const MigrationSteps& steps) {
    const auto startedAt = std::chrono::steady_clock::now();
    const auto record = [&] {
        const auto duration = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - startedAt);
        connection.run(insertApplied, {toSql(migration.number), toSql(migration.name),
                                       toSql(migration.sha256), toSql(duration.count())});
    };
    if (migration.text.starts_with("-- no-transaction\n")) {
        connection.script(migration.text);
        record();
        return;
    }
    connection.begin();
    try {
        connection.script(migration.text);
        if (const auto step = steps.find(migration.number); step != steps.end()) {
            step->second(connection);
        }
        record();
        connection.commit();
    } catch (...) {
        connection.rollback();
        throw;
    }
}

/// A migration waits for a table's lock only as long as lock_timeout, since everyone else waits behind it;
/// then it steps back and tries again.
void applyPatiently(Connection& connection, const Migration& migration, const MigrationSteps& steps) {
    constexpr int attemptsMax = 10;
    for (int attempt = 1;; ++attempt) {
        try {
            apply(connection, migration, steps);
            return;
        } catch (const LockTimeout& failure) {
            if (attempt == attemptsMax) {
                throw;
            }
            spdlog::warn("migration {}: {}; trying again", migration.name, failure.what());
            std::this_thread::sleep_for(1s);
        } catch (const Failure& failure) {
            throw Failure(fmt::format("migration {}: {}", migration.name, failure.what()),
                          failure.sqlState());
        }
    }
}

}  // namespace

std::vector<std::string> migrate(ConnectionSettings owner, std::span<const Migration> migrations,
                                 const MigrationSteps& steps) {
    for (std::size_t i = 1; i < migrations.size(); ++i) {
        if (migrations[i].number <= migrations[i - 1].number) {
            throw MigrationRefused(
                fmt::format("{} comes after {}", migrations[i].name, migrations[i - 1].name));
        }
    }
    owner.statementTimeoutMs = 0;
    owner.lockTimeoutMs = 3'000;
    owner.applicationName = "nextgen migrate";
    Connection connection(owner);
    waitForLock(connection);
    connection.script(createTable);

    const Rows applied = connection.run(selectApplied, {});
    std::string difference;
    const SchemaState state = compare(applied, migrations, difference);
    if (state == SchemaState::Ahead || state == SchemaState::Different) {
        throw MigrationRefused(difference);
    }
    std::vector<std::string> names;
    for (const Migration& migration : migrations.subspan(applied.size())) {
        applyPatiently(connection, migration, steps);
        spdlog::info("migrated: {}", migration.name);
        names.emplace_back(migration.name);
    }
    return names;
}

SchemaState schemaState(Session& session, std::span<const Migration> migrations) {
    if (!session.query(tableExists).one().get<bool>(0)) {
        return migrations.empty() ? SchemaState::Current : SchemaState::Behind;
    }
    std::string difference;
    return compare(session.query(selectApplied), migrations, difference);
}

}  // namespace nextgen::db
