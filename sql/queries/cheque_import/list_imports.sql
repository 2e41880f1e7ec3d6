SELECT id, dealer_id, file_name, format, sheet, header_row, amount_unit, state, error_code, rows_read, rows_total, rows_ready,
       rows_repaired, rows_duplicate, rows_failed, amount_total, rows_posted, rows_kept, version, created_at, updated_at
  FROM cheque_imports
 WHERE tenant_id = $1
