-- A secret that is not confirmed yet; none with $3 null.
UPDATE users SET totp_secret_cipher = $3, totp_confirmed_at = NULL, totp_last_step = NULL
 WHERE tenant_id = $1 AND id = $2
