-- Of these cheques, those that wait on a draft slip.
SELECT i.cheque_id, i.slip_id, s.slip_number
  FROM cheque_slip_items i
  JOIN cheque_slips s ON s.tenant_id = i.tenant_id AND s.id = i.slip_id
 WHERE i.tenant_id = $1 AND i.is_open AND i.cheque_id = ANY ($2::bigint[])
