UPDATE cheque_imports SET state = 'failed', error_code = $3 WHERE tenant_id = $1 AND id = $2 AND state = 'staging'
