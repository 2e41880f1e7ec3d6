UPDATE tenant_keys SET state = $4 WHERE tenant_id = $1 AND purpose = $2 AND state = $3
