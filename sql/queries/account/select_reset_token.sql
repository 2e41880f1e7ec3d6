-- The token of a reset that can still be used.
SELECT token_cipher FROM password_resets
 WHERE tenant_id = $1 AND id = $2 AND used_at IS NULL AND expires_at > now()
