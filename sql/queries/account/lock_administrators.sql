-- Who can do everything for good; held until the transaction ends, so that two do not remove each other.
SELECT a.id, a.user_id
  FROM user_role_assignments a
  JOIN users u ON u.tenant_id = a.tenant_id AND u.id = a.user_id AND u.is_active
 WHERE a.tenant_id = $1 AND a.role = 'SUPER_ADMIN' AND a.expires_at IS NULL
 ORDER BY a.id
   FOR UPDATE OF a
