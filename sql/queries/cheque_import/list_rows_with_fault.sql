SELECT row, cells, corrections, dealer_id, sayad_id, concat_ws('/', bank_code, series, serial) AS leaf
  FROM cheque_import_rows
 WHERE tenant_id = $1 AND cheque_import_id = $2 AND state = 'failed' AND row > $4
   AND errors @> jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('code', $3::text, 'column', $5::text)))
 ORDER BY row
 LIMIT 1000
