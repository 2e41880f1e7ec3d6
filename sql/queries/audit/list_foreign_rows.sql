-- Rows that were neither sealed nor wait to be: they did not come by the way that all rows come.
SELECT l.id, l.at, l.action || ' ' || l.table_name || coalesce(' ' || l.row_id, '') AS what
  FROM (SELECT id FROM audit_logs WHERE tenant_id = $1
        EXCEPT
        (SELECT unnest(log_ids) FROM audit_seals WHERE tenant_id = $1 UNION ALL SELECT id FROM audit_unsealed WHERE tenant_id = $1)) f
  JOIN audit_logs l ON l.tenant_id = $1 AND l.id = f.id
 ORDER BY l.id
