-- A person's password hash; run by the owner. $1 tenant's slug, $2 e-mail.
SELECT u.password_hash
  FROM users u
  JOIN tenants t ON t.id = u.tenant_id
 WHERE t.slug = $1 AND u.email = $2 AND u.is_active
