SELECT token_hash FROM sessions WHERE tenant_id = $1 AND id = $2
