-- Cheques of an import that nothing has happened to since they were posted, locked so that nothing can.
SELECT c.id
  FROM cheques c
 WHERE c.tenant_id = $1 AND c.cheque_import_id = $2 AND c.status = 'on_hand' AND c.version = 1
 ORDER BY c.id
   FOR NO KEY UPDATE
