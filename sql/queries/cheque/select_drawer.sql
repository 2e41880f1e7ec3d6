-- The drawer of a cheque: what banks did with the drawer's cheques, which of them are bounced and not settled, and the colour that was told.
SELECT c.drawer_name, coalesce(h.cleared_count, 0) AS cleared_count, coalesce(h.bounced_count, 0) AS bounced_count,
       coalesce(h.late_days, 0) AS late_days, u.count AS uncleared_count, u.amount AS uncleared_amount, k.colour, k.inquired_on
  FROM cheques c
  LEFT JOIN drawer_histories h ON h.tenant_id = $1 AND h.drawer_key = drawer_key(c.drawer_national_id_index, c.dealer_id)
  LEFT JOIN drawer_colours k ON k.tenant_id = $1 AND k.drawer_key = drawer_key(c.drawer_national_id_index, c.dealer_id)
 CROSS JOIN LATERAL (SELECT count(*) AS count, coalesce(sum(o.amount), 0)::bigint AS amount
                       FROM (SELECT amount FROM cheques o
                              WHERE o.tenant_id = $1 AND o.status IN ('bounced', 'legal')
                                AND o.drawer_national_id_index = c.drawer_national_id_index
                             UNION ALL
                             SELECT amount FROM cheques o
                              WHERE o.tenant_id = $1 AND o.status IN ('bounced', 'legal') AND c.drawer_national_id_index IS NULL
                                AND o.dealer_id = c.dealer_id AND o.drawer_national_id_index IS NULL) o) u
 WHERE c.tenant_id = $1 AND c.id = $2
