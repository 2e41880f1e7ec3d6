-- A code works once, whichever server it is shown to: no row when this step or a later one was taken already.
UPDATE users SET totp_last_step = $3
 WHERE tenant_id = $1 AND id = $2 AND (totp_last_step IS NULL OR totp_last_step < $3)
RETURNING id
