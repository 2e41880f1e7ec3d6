SELECT count(*) AS waiting FROM audit_unsealed WHERE tenant_id = $1
