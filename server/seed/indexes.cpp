#include "server/seed/indexes.h"

namespace nextgen::seed {

namespace {

// A month's index is remembered by its month and the whole's index: making the whole's makes it under a name
// that PostgreSQL chooses.
constexpr db::Query remember{"seed/remember_indexes", R"(
SELECT c.oid AS index_id, c.relname AS name, 
       -- ONLY would leave the months without.
       regexp_replace(pg_get_indexdef(c.oid), ' ON ONLY ', ' ON ') AS definition
  FROM pg_index i
  JOIN pg_class c ON c.oid = i.indexrelid
 WHERE i.indrelid IN (SELECT ('app.' || t)::regclass FROM unnest($1::text[]) t)
   AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))
 ORDER BY c.oid)"};

constexpr std::string_view rememberParts = R"(
CREATE TEMPORARY TABLE seed_indexes ON COMMIT DROP AS
WITH dropped AS (
    SELECT c.oid, c.relname
      FROM pg_index i
      JOIN pg_class c ON c.oid = i.indexrelid
     WHERE i.indrelid IN (SELECT ('app.' || t)::regclass FROM unnest($1::text[]) t)
       AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x')))
SELECT d.relname AS whole, i.indrelid AS part_of, c.relname AS name, obj_description(c.oid, 'pg_class') AS comment
  FROM dropped d
  JOIN pg_class c ON c.oid = d.oid OR c.oid IN (SELECT h.inhrelid FROM pg_inherits h WHERE h.inhparent = d.oid)
  JOIN pg_index i ON i.indexrelid = c.oid)";

/// Two steps, since one month's old name may be another's new one.
constexpr std::string_view nameParts = R"(
DO $$
DECLARE
    one record;
BEGIN
    CREATE TEMPORARY TABLE seed_renamed ON COMMIT DROP AS
    SELECT c.oid, s.name
      FROM seed_indexes s
      JOIN pg_class w ON w.relname = s.whole AND w.relnamespace = 'app'::regnamespace
      JOIN pg_inherits h ON h.inhparent = w.oid
      JOIN pg_index i ON i.indexrelid = h.inhrelid AND i.indrelid = s.part_of
      JOIN pg_class c ON c.oid = i.indexrelid
     WHERE c.relname <> s.name;
    FOR one IN SELECT oid::regclass AS index, 'seed_index_' || oid AS name FROM seed_renamed LOOP
        EXECUTE format('ALTER INDEX %s RENAME TO %I', one.index, one.name);
    END LOOP;
    FOR one IN SELECT oid::regclass AS index, name FROM seed_renamed LOOP
        EXECUTE format('ALTER INDEX %s RENAME TO %I', one.index, one.name);
    END LOOP;
    FOR one IN SELECT name, comment FROM seed_indexes WHERE comment IS NOT NULL LOOP
        EXECUTE format('COMMENT ON INDEX app.%I IS %L', one.name, one.comment);
    END LOOP;
END $$)";

}  // namespace

Indexes::Indexes(db::Connection& connection, const std::vector<std::string>& tables)
    : m_connection(connection) {
    const db::Params names{db::toSql(tables)};
    connection.runText(rememberParts, names);
    std::string drops;
    for (const db::Row row : connection.run(remember, names)) {
        m_definitions.push_back(row.get<std::string>("definition"));
        drops += "DROP INDEX app." + row.get<std::string>("name") + ";";
    }
    connection.script(drops);
}

void Indexes::restore() {
    for (const std::string& definition : m_definitions) {
        m_connection.script(definition);
    }
    m_connection.script(nameParts);
}

}  // namespace nextgen::seed
