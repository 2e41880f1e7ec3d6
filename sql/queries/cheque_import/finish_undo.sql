UPDATE cheque_imports i
   SET state = 'undone',
       rows_kept = (SELECT count(*) FROM cheques c
                     WHERE c.tenant_id = $1 AND c.cheque_import_id = $2 AND c.status <> 'void')
 WHERE i.tenant_id = $1 AND i.id = $2
