-- The one line that a rotation leaves in the audit trail.
INSERT INTO audit_logs (tenant_id, action, table_name, new_values)
VALUES ($1, $2, 'tenant_keys', jsonb_build_object('rewritten', $3::bigint, 'unreadable', $4::bigint))
