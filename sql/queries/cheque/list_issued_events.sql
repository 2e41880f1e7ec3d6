SELECT e.id, e.occurred_on, e.move, e.from_status, e.to_status, e.note, coalesce(u.display_name, '') AS actor_name, e.undoes_id, e.created_at
  FROM issued_cheque_events e
  LEFT JOIN users u ON u.tenant_id = e.tenant_id AND u.id = e.actor_id
 WHERE e.tenant_id = $1 AND e.cheque_id = $2
 ORDER BY e.id
 LIMIT 1000
