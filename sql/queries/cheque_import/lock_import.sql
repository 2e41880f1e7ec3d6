SELECT state, dealer_id, format, sheet, header_row, amount_unit, columns, rows_ready, amount_total
  FROM cheque_imports
 WHERE tenant_id = $1 AND id = $2
   FOR NO KEY UPDATE
