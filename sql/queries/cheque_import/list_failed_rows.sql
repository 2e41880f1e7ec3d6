-- Failed rows after $3, a thousand at a time; $4: only those with this fault, null for all.
SELECT row, id, raw_cipher, errors, sayad_id, concat_ws('/', bank_code, series, serial) AS leaf
  FROM cheque_import_rows
 WHERE tenant_id = $1 AND cheque_import_id = $2 AND state = 'failed' AND row > $3
   AND ($4::jsonb IS NULL OR errors @> $4)
 ORDER BY row
 LIMIT 1000
