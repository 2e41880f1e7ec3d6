-- What should have come before $2 and is not in the forecast.
SELECT status, count(*) AS count, coalesce(sum(amount), 0)::bigint AS amount
  FROM cheques
 WHERE tenant_id = $1 AND due_on < $2::date AND status IN ('on_hand', 'deposited')
 GROUP BY status
 ORDER BY status
