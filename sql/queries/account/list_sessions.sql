SELECT id, created_at, expires_at, last_seen_at, address, user_agent, id = $3 AS is_current
  FROM sessions
 WHERE tenant_id = $1 AND user_id = $2 AND revoked_at IS NULL AND expires_at > now()
   AND coalesce(last_seen_at, created_at) + idle_seconds * interval '1 second' > now()
 ORDER BY id DESC
 LIMIT 200
