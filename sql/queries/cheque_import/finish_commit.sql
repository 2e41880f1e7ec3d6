UPDATE cheque_imports SET state = 'committed', rows_posted = $3 WHERE tenant_id = $1 AND id = $2
