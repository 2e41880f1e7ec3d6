SELECT user_id, role, expires_at FROM user_role_assignments WHERE tenant_id = $1 AND id = $2 FOR UPDATE
