SELECT role, permission FROM role_permissions WHERE tenant_id = $1 AND id = $2
