-- Roles are made and given through the API, by whoever holds what they grant.
SET LOCAL search_path = app, public;

INSERT INTO permissions (name) VALUES ('roles.write');
INSERT INTO role_permissions (tenant_id, role, permission)
SELECT t.id, r.role, r.permission FROM tenants t CROSS JOIN built_in_rights() r WHERE r.permission = 'roles.write'
ON CONFLICT (tenant_id, role, permission) DO NOTHING;

GRANT DELETE ON role_permissions, user_role_assignments TO nextgen_server;
CREATE INDEX role_permissions_permission ON role_permissions (tenant_id, permission, role);
COMMENT ON INDEX role_permissions_permission IS 'Who can grant a right.';
