-- The bounces whose events $2 were taken back, and the dealers whom they had put on hold and whose other bounces would not.
WITH undone AS (
    UPDATE cheque_bounces SET is_undone = true WHERE tenant_id = $1 AND id = ANY ($2::bigint[]) RETURNING dealer_id, has_stopped_dealer
)
UPDATE dealer_profiles d SET status = 'active'
 WHERE d.tenant_id = $1 AND d.status = 'on_hold' AND d.id IN (SELECT dealer_id FROM undone WHERE has_stopped_dealer)
   AND (SELECT count(*) FROM cheques c WHERE c.tenant_id = $1 AND c.dealer_id = d.id AND c.status IN ('bounced', 'legal'))
       < coalesce((SELECT nullif((value #>> '{}')::integer, 0) FROM settings WHERE tenant_id = $1 AND key = 'cheque.stop_dealer_at_bounces'),
                  2147483647)
