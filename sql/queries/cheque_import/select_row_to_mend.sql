SELECT row, version, id, raw_cipher, sayad_id, concat_ws('/', bank_code, series, serial) AS leaf
  FROM cheque_import_rows
 WHERE tenant_id = $1 AND cheque_import_id = $2 AND row = $3
