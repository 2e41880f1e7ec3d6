DELETE FROM order_idempotencies
 WHERE tenant_id = $1
   AND id IN (SELECT id FROM order_idempotencies
               WHERE tenant_id = $1 AND created_at < now() - interval '72 hours'
               ORDER BY created_at
               LIMIT 100
                 FOR UPDATE SKIP LOCKED)
