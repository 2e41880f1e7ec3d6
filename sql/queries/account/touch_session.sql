UPDATE sessions
   SET last_seen_at = now()
 WHERE tenant_id = $1 AND id = $2 AND (last_seen_at IS NULL OR last_seen_at < now() - interval '1 minute')
