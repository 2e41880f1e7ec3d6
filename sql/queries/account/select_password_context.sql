-- What a password must not be made of, and the hash of the one that holds.
SELECT u.email, u.display_name, u.mobile, t.slug, t.name, u.password_hash
  FROM users u
  JOIN tenants t ON t.id = u.tenant_id
 WHERE u.tenant_id = $1 AND u.id = $2 AND u.is_active
