UPDATE cheque_imports i
   SET rows_total = c.total, rows_ready = c.ready, rows_repaired = c.repaired, rows_duplicate = c.duplicate, rows_failed = c.failed,
       amount_total = c.amount, rows_read = c.total
  FROM (SELECT count(*) AS total,
               count(*) FILTER (WHERE state = 'ready') AS ready,
               count(*) FILTER (WHERE state = 'ready' AND is_repaired) AS repaired,
               count(*) FILTER (WHERE state = 'duplicate') AS duplicate,
               count(*) FILTER (WHERE state = 'failed') AS failed,
               coalesce(sum(amount) FILTER (WHERE state = 'ready'), 0)::bigint AS amount
          FROM cheque_import_rows
         WHERE tenant_id = $1 AND cheque_import_id = $2) c
 WHERE i.tenant_id = $1 AND i.id = $2
