-- Turns a person's second factor off and ends all sessions; run by the owner. A row for each session ended, at least one if there is such a
-- person. $1 tenant's slug, $2 e-mail.
WITH person AS (
    UPDATE users u SET totp_secret_cipher = NULL, totp_confirmed_at = NULL, totp_last_step = NULL
      FROM tenants t
     WHERE t.id = u.tenant_id AND t.slug = $1 AND u.email = lower($2)
    RETURNING u.tenant_id, u.id
), codes AS (
    DELETE FROM recovery_codes r USING person p WHERE r.tenant_id = p.tenant_id AND r.user_id = p.id
), ended AS (
    UPDATE sessions s SET revoked_at = now()
      FROM person p
     WHERE s.tenant_id = p.tenant_id AND s.user_id = p.id AND s.revoked_at IS NULL AND s.expires_at > now()
    RETURNING s.token_hash
), noted AS (
    INSERT INTO audit_logs (tenant_id, action, table_name, row_id) SELECT tenant_id, 'second_factor_reset', 'users', id FROM person
)
SELECT p.id, e.token_hash FROM person p LEFT JOIN ended e ON true
