DELETE FROM audit_unsealed WHERE tenant_id = $1 AND id = ANY ($2::bigint[])
