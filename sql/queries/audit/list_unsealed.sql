SELECT id FROM audit_unsealed WHERE tenant_id = $1 ORDER BY id LIMIT $2
