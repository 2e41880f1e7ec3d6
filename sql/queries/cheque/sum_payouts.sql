-- What vendors are to be paid and were not.
SELECT count(*) AS count, coalesce(sum(amount), 0)::bigint AS amount FROM vendor_payouts
 WHERE tenant_id = $1 AND status IN ('pending', 'processing')
