-- Rows that wait to be sealed and are gone.
SELECT u.id
  FROM audit_unsealed u
 WHERE u.tenant_id = $1 AND NOT EXISTS (SELECT FROM audit_logs l WHERE l.tenant_id = u.tenant_id AND l.id = u.id)
 ORDER BY u.id
