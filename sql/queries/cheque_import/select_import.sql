SELECT i.id, i.dealer_id, coalesce(d.company_name, '') AS dealer_name, i.file_name, i.format, i.sheet, i.header_row, i.amount_unit,
       i.state, i.error_code, i.rows_read, i.rows_total, i.rows_ready, i.rows_repaired, i.rows_duplicate, i.rows_failed,
       i.amount_total, i.rows_posted, i.rows_kept, coalesce(u.display_name, '') AS actor_name, i.version, i.created_at, i.updated_at,
       i.columns
  FROM cheque_imports i
  LEFT JOIN dealer_profiles d ON d.tenant_id = i.tenant_id AND d.id = i.dealer_id
  LEFT JOIN users u ON u.tenant_id = i.tenant_id AND u.id = i.actor_id
 WHERE i.tenant_id = $1 AND i.id = $2
