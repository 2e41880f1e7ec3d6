-- Of one person: one session, or with $3 null all but $4.
UPDATE sessions
   SET revoked_at = now()
 WHERE tenant_id = $1 AND user_id = $2 AND ($3::bigint IS NULL OR id = $3) AND id IS DISTINCT FROM $4::bigint
   AND revoked_at IS NULL AND expires_at > now()
RETURNING id, token_hash
