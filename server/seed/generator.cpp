#include "server/seed/generator.h"

#include "server/db/connection.h"
#include "server/seed/indexes.h"
#include "server/seed/tables.h"
#include "shared/credit/ledger.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <sstream>

namespace nextgen::seed {

namespace {

/// What the indexes and checks of a run may take of the machine; the defaults serve many small statements.
constexpr std::string_view prepare = R"(
SET LOCAL session_replication_role = replica;
SET LOCAL maintenance_work_mem = '512MB';
SET LOCAL work_mem = '256MB';
SET LOCAL max_parallel_maintenance_workers = 2;
SET LOCAL max_parallel_workers_per_gather = 2)";

/// Every foreign key of the filled tables and of their months that has one row without what it refers to.
constexpr std::string_view checkForeignKeys = R"(
DO $$
DECLARE
    one record;
    is_broken boolean;
BEGIN
    FOR one IN
        SELECT k.conname, k.conrelid::regclass AS child, k.confrelid::regclass AS parent,
               string_agg(format('p.%I = c.%I', pa.attname, ca.attname), ' AND ') AS matching,
               string_agg(format('c.%I IS NOT NULL', ca.attname), ' AND ') AS filled
          FROM pg_constraint k
          CROSS JOIN LATERAL unnest(k.conkey, k.confkey) AS key (child_column, parent_column)
          JOIN pg_attribute ca ON ca.attrelid = k.conrelid AND ca.attnum = key.child_column
          JOIN pg_attribute pa ON pa.attrelid = k.confrelid AND pa.attnum = key.parent_column
         WHERE k.contype = 'f' AND k.conparentid = 0
           AND (k.conrelid IN (SELECT ('app.' || t)::regclass FROM unnest({0}::text[]) t)
                OR k.conrelid IN (SELECT inhrelid FROM pg_inherits
                                   WHERE inhparent IN (SELECT ('app.' || t)::regclass FROM unnest({0}::text[]) t)))
         GROUP BY k.oid
    LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %s c WHERE %s AND NOT EXISTS (SELECT FROM %s p WHERE %s))',
                       one.child, one.filled, one.parent, one.matching) INTO is_broken;
        IF is_broken THEN
            RAISE EXCEPTION 'generated rows break %', one.conname;
        END IF;
    END LOOP;
END $$)";

class Run {
  public:
    explicit Run(const Generation& generation)
        : m_generation(generation),
          m_connection({generation.ownerUrl, "nextgen seed", 0, 0}),
          m_populations(populations(generation.plan)) {
        std::set<std::string> seen;
        for (const Table& table : tables()) {
            if (seen.insert(std::string(table.name)).second) {
                m_names.emplace_back(table.name);
            }
        }
        m_names.emplace_back("ledger_balances");
    }

    void run() {
        refuseWhatCannotBe();
        m_connection.begin();
        try {
            removeFormer();
            makeMonths();
            makeTenants();
            m_connection.script(prepare);
            Indexes indexes(m_connection, m_names);
            for (const Table& table : tables()) {
                fill(table);
            }
            sumUp();
            step(fmt::format("{} indexes", indexes.count()), [&] { indexes.restore(); });
            step("foreign keys", [&] {
                // Nothing is analysed yet: one look at the key for each row would seem cheap.
                m_connection.script("SET LOCAL enable_nestloop = off");
                m_connection.script(fmt::format(checkForeignKeys, quotedNames()));
            });
            step("commit", [&] { m_connection.commit(); });
        } catch (...) {
            m_connection.rollback();
            throw;
        }
        step("vacuum", [&] { vacuum(); });
        step("sales statistics", [&] { m_connection.script("SELECT app.refresh_statistics()"); });
    }

  private:
    void step(const std::string& name, const std::function<void()>& work) {
        const auto startedAt = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - startedAt;
        m_generation.told(fmt::format("{:<44} {:8.1f} s", name, taken.count()));
    }

    void refuseWhatCannotBe() {
        if (!m_connection.script("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
                 .one()
                 .get<bool>(0)) {
            throw GenerationRefused(
                "Generating data needs a superuser's connection (database.owner_url): it loads past triggers "
                "and "
                "row-level security. The private PostgreSQL of a data folder has one.");
        }
        if (millisecondsAt(monthAfter(m_generation.plan.until, -m_generation.plan.months)) < 0) {
            throw GenerationRefused("Ids begin with 2023-01-01: choose fewer --months or a later --until.");
        }
        const db::Rows others = m_connection.runText(
            "SELECT string_agg(slug, ', ') AS slugs FROM app.tenants WHERE id < $1::bigint OR NOT slug ^@ "
            "$2::text",
            {db::toSql(tenantIdFirst), db::toSql(std::string_view(slugPrefix))});
        const auto slugs = others.one().get<std::optional<std::string>>("slugs");
        if (slugs && !m_generation.isBesideOthers) {
            throw GenerationRefused(
                fmt::format("This database holds other tenants ({}). Their tables would be locked until all "
                            "is loaded. Use another "
                            "data folder, or say --beside-others.",
                            *slugs));
        }
    }

    /// Of every table, since people may have worked in generated tenants.
    void removeFormer() {
        m_connection.script("SET LOCAL session_replication_role = replica; SET LOCAL app.bulk_id = 'seed'");
        const db::Rows former =
            m_connection.runText("SELECT id FROM app.tenants WHERE id >= $1::bigint AND slug ^@ $2::text",
                                 {db::toSql(tenantIdFirst), db::toSql(std::string_view(slugPrefix))});
        if (former.empty()) {
            return;
        }
        std::vector<std::int64_t> ids;
        for (const db::Row row : former) {
            ids.push_back(row.get<std::int64_t>("id"));
        }
        step(fmt::format("removal of {} generated tenants", ids.size()), [&] {
            for (const db::Row row :
                 m_connection.script("SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_attribute "
                                     "a ON a.attrelid = c.oid "
                                     "WHERE c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p') "
                                     "AND NOT c.relispartition "
                                     "AND a.attname = 'tenant_id' AND NOT a.attisdropped")) {
                m_connection.runText(fmt::format("DELETE FROM {} WHERE tenant_id = ANY ($1::bigint[])",
                                                 row.get<std::string>("name")),
                                     {db::toSql(ids)});
            }
            m_connection.runText("DELETE FROM app.tenants WHERE id = ANY ($1::bigint[])", {db::toSql(ids)});
        });
    }

    void makeMonths() {
        const Date first = monthAfter(m_generation.plan.until, -m_generation.plan.months);
        m_connection.runText("SELECT app.ensure_partitions(3, $1::date)", {db::toSql(first)});
    }

    /// As any tenant is made, but with ids that are the same in each run.
    void makeTenants() {
        m_connection.script("SET LOCAL session_replication_role = origin");
        const db::Row sequence =
            m_connection.script("SELECT pg_get_serial_sequence('app.tenants', 'id') AS name").one();
        const auto name = sequence.get<std::string>("name");
        const db::Row before = m_connection.script("SELECT last_value, is_called FROM " + name).one();
        for (const Population& tenant : m_populations) {
            m_connection.runText("SELECT setval($1, $2::bigint, false)", {name, db::toSql(tenant.id)});
            m_connection.runText("SELECT app.create_tenant($1, $2)",
                                 {tenant.slug, "Generated " + tenant.slug});
        }
        m_connection.runText("SELECT setval($1, $2::bigint, $3::boolean)",
                             {name, db::toSql(before.get<std::int64_t>("last_value")),
                              db::toSql(before.get<bool>("is_called"))});
        m_connection.script("SET LOCAL session_replication_role = replica");
        for (const credit::AccountText& account : credit::chartOfAccounts) {
            m_connection.runText(
                "UPDATE app.ledger_accounts SET id = $2::bigint WHERE tenant_id >= $1::bigint AND name = $3",
                {db::toSql(tenantIdFirst),
                 db::toSql(m_populations.front().begin << 20U |
                           (static_cast<std::int64_t>(account.account) + 1)),
                 db::toSql(account.name)});
        }
    }

    void fill(const Table& table) {
        const auto startedAt = std::chrono::steady_clock::now();
        std::int64_t rows = 0;
        if (isPartitioned(table.name)) {
            for (int month = 0; month < m_generation.plan.months; ++month) {
                const Date first = monthAfter(m_generation.plan.until, month - m_generation.plan.months);
                rows +=
                    copy(table, fmt::format("app.{}_{:04}_{:02}", table.name, first.year(), first.month()),
                         {millisecondsAt(first), millisecondsAt(monthAfter(first, 1))});
            }
        } else {
            rows = copy(table, fmt::format("app.{}", table.name), {});
        }
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - startedAt;
        m_generation.told(fmt::format("{:<28} {:>11} rows {:8.1f} s", table.name, rows, taken.count()));
    }

    std::int64_t copy(const Table& table, const std::string& target, const Span& span) {
        std::vector<std::string> names{"tenant_id"};
        std::istringstream columns{std::string(table.columns)};
        for (std::string name; columns >> name;) {
            names.push_back(name.ends_with(',') ? name.substr(0, name.size() - 1) : name);
        }
        const std::vector<std::string_view> views(names.begin(), names.end());
        std::int64_t rows = 0;
        m_connection.copyInto(target, views, [&](db::CopyWriter& writer) {
            Line line(writer);
            for (const Population& tenant : m_populations) {
                const std::int64_t units = table.units(tenant);
                const auto before = [&](std::int64_t time) {
                    return unitsBefore(table, tenant, units, time);
                };
                const bool isOrdered = table.timeOf != nullptr;
                const std::int64_t end = isOrdered ? before(span.until) : units;
                for (std::int64_t unit = isOrdered ? before(span.from) : 0; unit < end; ++unit) {
                    table.write(tenant, unit, span, line);
                }
            }
            rows = line.count();
        });
        return rows;
    }

    static std::int64_t unitsBefore(const Table& table, const Population& tenant, std::int64_t units,
                                    std::int64_t time) {
        std::int64_t low = 0;
        std::int64_t high = units;
        while (low < high) {
            const std::int64_t middle = (low + high) / 2;
            if (table.timeOf(tenant, middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The balances, which the lines' trigger would have kept.
    void sumUp() {
        m_connection.runText(
            "INSERT INTO app.ledger_balances (tenant_id, id, dealer_id, account_id, amount) "
            "SELECT tenant_id, $2::bigint + row_number() OVER (PARTITION BY tenant_id ORDER BY dealer_id, "
            "account_id), dealer_id, "
            "       account_id, sum(amount) "
            "  FROM app.ledger_lines WHERE tenant_id >= $1::bigint GROUP BY tenant_id, dealer_id, account_id",
            {db::toSql(tenantIdFirst), db::toSql(m_populations.front().begin << 20U)});
    }

    bool isPartitioned(std::string_view table) {
        return m_connection
            .runText(
                "SELECT relkind = 'p' AS is_partitioned FROM pg_class WHERE oid = ('app.' || $1)::regclass",
                {db::toSql(table)})
            .one()
            .get<bool>("is_partitioned");
    }

    std::string quotedNames() const { return fmt::format("'{{{}}}'", fmt::join(m_names, ",")); }

    void vacuum() {
        std::string names;
        for (const std::string& name : m_names) {
            names += ", app." + name;
        }
        m_connection.script("VACUUM (ANALYZE) app.tenants, app.ledger_accounts" + names);
    }

    const Generation& m_generation;
    db::Connection m_connection;
    std::vector<Population> m_populations;
    std::vector<std::string> m_names;
};

}  // namespace

void generate(const Generation& generation) {
    Run(generation).run();
}

}  // namespace nextgen::seed
