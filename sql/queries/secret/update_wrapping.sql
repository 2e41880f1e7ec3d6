UPDATE tenant_keys SET master_key = $3, wrapped_key = $4 WHERE tenant_id = $1 AND id = $2
