-- No row when it was used this very moment.
UPDATE password_resets SET used_at = now()
 WHERE tenant_id = $1 AND id = $2 AND used_at IS NULL AND expires_at > now()
RETURNING id
