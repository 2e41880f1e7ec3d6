-- The reference of the database as Markdown, line by line, from the catalogue and its comments.
WITH tables AS (
    SELECT c.oid, c.relname AS name, c.relkind = 'p' AS is_partitioned, obj_description(c.oid, 'pg_class') AS says
      FROM pg_class c
     WHERE c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'schema_migrations'
), foreign_keys AS (
    SELECT k.conrelid, k.confrelid, t.name AS parent,
           (SELECT string_agg(a.attname, ', ' ORDER BY u.n) FROM unnest(k.conkey) WITH ORDINALITY u (attnum, n)
              JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum AND a.attname <> 'tenant_id') AS own_columns,
           k.conkey
      FROM pg_constraint k
      JOIN tables t ON t.oid = k.confrelid
     WHERE k.contype = 'f' AND k.conrelid IN (SELECT oid FROM tables)
), columns AS (
    SELECT a.attrelid, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull,
           coalesce(col_description(a.attrelid, a.attnum), '') AS says,
           (SELECT string_agg(DISTINCT f.parent, ', ') FROM foreign_keys f
             WHERE f.conrelid = a.attrelid AND a.attnum = ANY (f.conkey)
               AND (a.attname <> 'tenant_id' OR cardinality(f.conkey) = 1)) AS parent,
           (SELECT string_agg(DISTINCT m[1], ', ')
              FROM pg_constraint k, regexp_matches(pg_get_constraintdef(k.oid), '''([a-zA-Z_]+)''::text', 'g') m
             WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum] AND pg_get_constraintdef(k.oid) LIKE '%= ANY%') AS choices
      FROM pg_attribute a
      JOIN tables t ON t.oid = a.attrelid
     WHERE a.attnum > 0 AND NOT a.attisdropped
), indexes AS (
    SELECT x.indrelid, i.relname AS name, x.indisprimary, x.indisunique, am.amname,
           (SELECT string_agg(pg_get_indexdef(x.indexrelid, n, true), ', ' ORDER BY n) FROM generate_series(1, x.indnkeyatts) n) AS keys,
           pg_get_expr(x.indpred, x.indrelid, true) AS predicate, obj_description(x.indexrelid, 'pg_class') AS says
      FROM pg_index x
      JOIN pg_class i ON i.oid = x.indexrelid
      JOIN pg_am am ON am.oid = i.relam
      JOIN tables t ON t.oid = x.indrelid
), lines AS (
    SELECT 1 AS part, '' AS name, 1 AS section, n, line
      FROM unnest(ARRAY['# The tables', '',
               'Written by `nextgen-server schema` from the database''s own comments; a test fails when it is out of date.', '',
               'Every table of a tenant has the key `(tenant_id, id)`, and its foreign keys hold `tenant_id`, too; what is edited counts its',
               'changes in `version` and is dated by `created_at` and `updated_at`. These columns and the primary keys are not listed again.', '',
               '## Relations', '', 'Without `tenants` and `users`, which almost every table refers to.', '', '```mermaid', 'erDiagram'])
               WITH ORDINALITY l (line, n)
    UNION ALL
    SELECT 1, p.name || ' ' || c.name, 2, 0, format('    %s ||--o{ %s : "%s"', p.name, c.name, string_agg(f.own_columns, ', ' ORDER BY f.own_columns))
      FROM foreign_keys f JOIN tables p ON p.oid = f.confrelid JOIN tables c ON c.oid = f.conrelid
     WHERE p.name NOT IN ('tenants', 'users')
     GROUP BY p.name, c.name
    UNION ALL
    SELECT 1, a.parent || ' ' || a.child, 2, 0, format('    %s ||--o{ %s : "%s"', a.parent, a.child, a.anchor) FROM app.partition_anchors a
    UNION ALL
    SELECT 1, '~', 3, 0, '```'
    UNION ALL
    SELECT 2, t.name, l.n, 0, l.line
      FROM tables t
     CROSS JOIN LATERAL (VALUES (1, ''), (2, '## ' || t.name), (3, ''),
                                (4, t.says || CASE WHEN t.is_partitioned THEN ' Partitioned by month.' ELSE '' END), (5, ''),
                                (6, '| column | type | what |'), (7, '|---|---|---|')) l (n, line)
    UNION ALL
    SELECT 2, t.name, 8, c.attnum,
           format('| `%s` | %s%s | %s |', c.attname, replace(c.type, 'timestamp with time zone', 'timestamptz'), CASE WHEN c.attnotnull THEN '' ELSE ', may be null' END,
                  replace(btrim(concat_ws(' ', nullif(c.says, ''), '→ ' || c.parent || '.', 'One of: ' || c.choices || '.')), '|', '\|'))
      FROM tables t JOIN columns c ON c.attrelid = t.oid
     WHERE c.says <> '' OR c.attname NOT IN ('tenant_id', 'id', 'version', 'created_at', 'updated_at')
    UNION ALL
    SELECT 2, t.name, 9, 0, '' FROM tables t
    UNION ALL
    SELECT 2, t.name, 10, row_number() OVER (PARTITION BY t.name ORDER BY i.indisunique DESC, i.name COLLATE "C"),
           format('- `%s`: %s%s(%s)%s%s', i.name, CASE WHEN i.indisunique THEN 'unique ' ELSE '' END,
                  CASE i.amname WHEN 'btree' THEN '' ELSE i.amname || ' ' END, i.keys, ' where ' || i.predicate, '. ' || i.says)
      FROM tables t JOIN indexes i ON i.indrelid = t.oid
     WHERE NOT i.indisprimary
    UNION ALL
    SELECT 2, t.name, 11, 0, E'\nReferred to by: ' || string_agg(DISTINCT c.name, ', ') || '.'
      FROM tables t JOIN foreign_keys f ON f.confrelid = t.oid JOIN tables c ON c.oid = f.conrelid
     WHERE t.name <> 'tenants'
     GROUP BY t.name
    UNION ALL
    SELECT 3, '', 1, n, line FROM unnest(ARRAY['', '# Views', '']) WITH ORDINALITY l (line, n)
    UNION ALL
    SELECT 3, c.relname, 2, 0, format('- `%s`: %s', c.relname, obj_description(c.oid, 'pg_class'))
      FROM pg_class c WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'v'
    UNION ALL
    SELECT 4, '', 1, n, line FROM unnest(ARRAY['', '# Functions', '']) WITH ORDINALITY l (line, n)
    UNION ALL
    SELECT 4, p.proname, 2, 0,
           format('- `%s(%s)`: %s', p.proname, pg_get_function_identity_arguments(p.oid),
                  regexp_replace(obj_description(p.oid, 'pg_proc'), '\s+', ' ', 'g'))
      FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.prorettype <> 'trigger'::regtype
)
SELECT line
  FROM lines
 WHERE line IS NOT NULL
 ORDER BY part, name COLLATE "C", section, n, line COLLATE "C"
