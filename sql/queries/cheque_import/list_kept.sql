-- What an undo left: cheques of the import that somebody has moved. At most 1,000 are named.
SELECT r.row, c.id, c.status
  FROM cheques c
  JOIN cheque_import_rows r ON r.tenant_id = c.tenant_id AND r.id = c.id
 WHERE c.tenant_id = $1 AND c.cheque_import_id = $2 AND c.status <> 'void'
 ORDER BY r.row
 LIMIT 1000
