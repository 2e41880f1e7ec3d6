-- The slip's cheques, $3, were deposited by the events $4.
UPDATE cheque_slip_items i SET is_open = false, event_id = d.event_id
  FROM unnest($3::bigint[], $4::bigint[]) AS d (cheque_id, event_id)
 WHERE i.tenant_id = $1 AND i.slip_id = $2 AND i.cheque_id = d.cheque_id
