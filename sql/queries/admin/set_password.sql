-- A person's password, where there is none yet; run by the owner. $1 tenant's slug, $2 e-mail, $3 password hash.
UPDATE users u SET password_hash = $3
  FROM tenants t
 WHERE t.id = u.tenant_id AND t.slug = $1 AND u.email = $2 AND u.password_hash IS NULL
