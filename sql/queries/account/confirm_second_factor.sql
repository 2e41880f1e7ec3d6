UPDATE users SET totp_confirmed_at = now() WHERE tenant_id = $1 AND id = $2
