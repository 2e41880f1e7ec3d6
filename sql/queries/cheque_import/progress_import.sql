UPDATE cheque_imports SET rows_read = $3 WHERE tenant_id = $1 AND id = $2 AND state = 'staging'
