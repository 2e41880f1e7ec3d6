-- Cheques $2 that bounced, ended or were given back by the events $3: what they were set against is open again.
WITH failed AS (
    UPDATE payments p SET status = 'failed', failure_code = 'cheque_' || $4
      FROM unnest($2::bigint[], $3::bigint[]) AS e (cheque_id, event_id)
     WHERE p.tenant_id = $1 AND p.cheque_id = e.cheque_id AND p.status = 'pending'
    RETURNING p.id, e.event_id
)
UPDATE payment_allocations a SET reversed_at = now(), reversed_event_id = f.event_id
  FROM failed f
 WHERE a.tenant_id = $1 AND a.payment_id = f.id AND a.reversed_at IS NULL
