-- What the events $2 had undone holds again, since they were taken back.
WITH held AS (
    UPDATE payment_allocations SET reversed_at = NULL, reversed_event_id = NULL
     WHERE tenant_id = $1 AND reversed_event_id = ANY ($2::bigint[])
    RETURNING payment_id
)
UPDATE payments SET status = 'pending', failure_code = ''
 WHERE tenant_id = $1 AND id IN (SELECT payment_id FROM held) AND status = 'failed'
