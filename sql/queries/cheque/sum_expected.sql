-- Cheques on hand and at the bank by due date and by what their drawers did before; each group with its largest.
SELECT c.due_on, coalesce(h.cleared_count, 0) AS cleared_count, coalesce(h.bounced_count, 0) AS bounced_count,
       coalesce(h.late_days, 0) AS late_days, count(*) AS count, sum(c.amount)::bigint AS amount, max(c.amount) AS largest
  FROM cheques c
  LEFT JOIN drawer_histories h ON h.tenant_id = $1 AND h.drawer_key = drawer_key(c.drawer_national_id_index, c.dealer_id)
 WHERE c.tenant_id = $1 AND c.due_on BETWEEN $2::date AND $3::date AND c.status IN ('on_hand', 'deposited')
 GROUP BY 1, 2, 3, 4
