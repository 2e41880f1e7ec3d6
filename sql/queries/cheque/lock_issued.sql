-- An issued cheque, locked, with its last event.
SELECT c.id, c.status, e.id AS event_id, e.move, e.from_status
  FROM issued_cheques c
 CROSS JOIN LATERAL (SELECT id, move, from_status FROM issued_cheque_events
                      WHERE tenant_id = $1 AND cheque_id = c.id ORDER BY id DESC LIMIT 1) e
 WHERE c.tenant_id = $1 AND c.id = $2
   FOR NO KEY UPDATE OF c
