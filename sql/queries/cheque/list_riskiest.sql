-- The largest expected cheques of these groups, of so much or more: due date, and what their drawers did before. The drawers' keys are made
-- first: made within the join they would not reach its index under row-level security.
WITH wanted AS MATERIALIZED (
    SELECT risk.cleared_count, risk.bounced_count, risk.late_days, risk.least_amount, c.id, c.amount,
           drawer_key(c.drawer_national_id_index, c.dealer_id) AS drawer_key
      FROM unnest($2::date[], $3::integer[], $4::integer[], $5::integer[], $6::bigint[])
           AS risk (due_on, cleared_count, bounced_count, late_days, least_amount)
      JOIN cheques c ON c.tenant_id = $1 AND c.due_on = risk.due_on AND c.status IN ('on_hand', 'deposited') AND c.amount >= risk.least_amount
), worst AS MATERIALIZED (
    SELECT w.*
      FROM wanted w
      LEFT JOIN drawer_histories h ON h.tenant_id = $1 AND h.drawer_key = w.drawer_key
     WHERE coalesce(h.cleared_count, 0) = w.cleared_count AND coalesce(h.bounced_count, 0) = w.bounced_count
       AND coalesce(h.late_days, 0) = w.late_days
     -- The least amounts carry the same risk, so this is the order of risks.
     ORDER BY w.amount * 1000 / greatest(w.least_amount, 1) DESC, w.id
     LIMIT 100
)
SELECT w.cleared_count, w.bounced_count, w.late_days, c.due_on, c.id, c.sayad_id, c.serial, c.drawer_name, c.amount, c.dealer_id,
       d.company_name AS dealer_name
  FROM worst w
  JOIN cheques c ON c.tenant_id = $1 AND c.id = w.id
  JOIN dealer_profiles d ON d.tenant_id = c.tenant_id AND d.id = c.dealer_id
