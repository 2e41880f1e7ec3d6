UPDATE cheque_imports SET state = 'undone', rows_kept = $3 WHERE tenant_id = $1 AND id = $2
