-- A right of these roles ($3), or this one ($4), that the person $2 does not hold until $5 (null: for good): what nobody may grant. No row when
-- all are held.
WITH wanted AS (
    SELECT permission FROM role_permissions WHERE tenant_id = $1 AND role = ANY ($3::text[])
    UNION
    SELECT $4::text WHERE $4::text IS NOT NULL
), held AS (
    SELECT p.permission, max(coalesce(a.expires_at, 'infinity')) AS until
      FROM user_role_assignments a
      JOIN role_permissions p ON p.tenant_id = a.tenant_id AND p.role = a.role
     WHERE a.tenant_id = $1 AND a.user_id = $2 AND (a.expires_at IS NULL OR a.expires_at > now())
     GROUP BY p.permission
)
SELECT w.permission
  FROM wanted w
  LEFT JOIN held h ON h.permission = w.permission
 WHERE h.permission IS NULL OR h.until < coalesce($5::timestamptz, 'infinity')
 ORDER BY w.permission
 LIMIT 1
