-- Cheques of an import that nothing has happened to since they were posted, locked so that nothing can: none is on a slip or set against
-- an invoice.
SELECT c.id
  FROM cheques c
 WHERE c.tenant_id = $1 AND c.cheque_import_id = $2 AND c.status = 'on_hand' AND c.version = 1
   AND NOT EXISTS (SELECT FROM cheque_slip_items i WHERE i.tenant_id = $1 AND i.cheque_id = c.id AND i.is_open)
   AND NOT EXISTS (SELECT FROM payments p WHERE p.tenant_id = $1 AND p.cheque_id = c.id AND p.status = 'pending')
 ORDER BY c.id
   FOR NO KEY UPDATE
