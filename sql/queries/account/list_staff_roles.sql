-- Those of the staff that hold today.
SELECT DISTINCT role
  FROM user_role_assignments
 WHERE tenant_id = $1 AND user_id = $2 AND (expires_at IS NULL OR expires_at > now()) AND role NOT IN ('DEALER', 'VENDOR', 'EXECUTOR', 'CUSTOMER')
