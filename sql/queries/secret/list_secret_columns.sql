-- Where there are secrets, read off the catalogue.
SELECT c.relname AS table_name, left(a.attname, -length('_cipher')) AS field, i.attnum IS NOT NULL AS has_index,
       EXISTS (SELECT FROM pg_index x WHERE x.indrelid = c.oid AND x.indisunique AND i.attnum = ANY (x.indkey::smallint[])) AS is_unique
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attname LIKE '%\_cipher'
  LEFT JOIN pg_attribute i ON i.attrelid = c.oid AND NOT i.attisdropped
                          AND i.attname = left(a.attname, -length('_cipher')) || '_index'
 WHERE c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
 ORDER BY c.relname, a.attname
