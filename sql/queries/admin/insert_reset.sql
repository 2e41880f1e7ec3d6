-- A token by which a person sets a new password; run by the owner. No row when there is no such person. $1 tenant's slug, $2 e-mail, $3 hash of
-- the token, $4 seconds that it holds.
WITH person AS (
    SELECT u.tenant_id, u.id
      FROM users u
      JOIN tenants t ON t.id = u.tenant_id
     WHERE t.slug = $1 AND u.email = lower($2) AND u.is_active
), former AS (
    UPDATE password_resets r SET expires_at = now()
      FROM person p
     WHERE r.tenant_id = p.tenant_id AND r.user_id = p.id AND r.used_at IS NULL AND r.expires_at > now()
), noted AS (
    INSERT INTO audit_logs (tenant_id, action, table_name, row_id) SELECT tenant_id, 'password_reset_request', 'users', id FROM person
)
INSERT INTO password_resets (tenant_id, user_id, token_hash, expires_at)
SELECT tenant_id, id, $3, now() + $4::integer * interval '1 second' FROM person
RETURNING id
