SELECT e.id, e.cheque_id, e.occurred_on, e.move, e.from_status, e.to_status, e.note, coalesce(u.display_name, '') AS actor_name,
       e.holder_name, e.undoes_id, coalesce(s.slip_number, '') AS slip_number, e.ledger_entry_id, e.request_id, e.created_at
  FROM cheque_events e
  LEFT JOIN users u ON u.tenant_id = e.tenant_id AND u.id = e.actor_id
  LEFT JOIN cheque_slip_items i ON i.tenant_id = e.tenant_id AND i.event_id = e.id
  LEFT JOIN cheque_slips s ON s.tenant_id = i.tenant_id AND s.id = i.slip_id
 WHERE e.tenant_id = $1 AND e.cheque_id = $2
 ORDER BY e.id
 LIMIT 1000
