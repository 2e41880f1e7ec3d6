-- Open cheques by how many days they are past due on $3.
SELECT status,
       coalesce(sum(amount) FILTER (WHERE due_on >= $3::date), 0)::bigint AS not_due,
       coalesce(sum(amount) FILTER (WHERE $3::date - due_on BETWEEN 1 AND 30), 0)::bigint AS days_1_30,
       coalesce(sum(amount) FILTER (WHERE $3::date - due_on BETWEEN 31 AND 60), 0)::bigint AS days_31_60,
       coalesce(sum(amount) FILTER (WHERE $3::date - due_on BETWEEN 61 AND 90), 0)::bigint AS days_61_90,
       coalesce(sum(amount) FILTER (WHERE $3::date - due_on > 90), 0)::bigint AS days_over_90
  FROM cheques
 WHERE tenant_id = $1 AND dealer_id = $2 AND status IN ('on_hand', 'deposited', 'endorsed', 'bounced', 'legal')
 GROUP BY status
 ORDER BY status
