-- Roles that hold a right and may give it to others.
SELECT p.role
  FROM role_permissions p
 WHERE p.tenant_id = $1 AND p.permission = $2
   AND EXISTS (SELECT FROM role_permissions g WHERE g.tenant_id = $1 AND g.role = p.role AND g.permission = 'roles.write')
 ORDER BY p.role
 LIMIT 50
