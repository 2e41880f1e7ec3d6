INSERT INTO sessions (tenant_id, user_id, token_hash, expires_at, idle_seconds, fresh_until, last_seen_at, address, user_agent)
VALUES ($1, $2, $3, now() + $4::integer * interval '1 second', $5, now() + $6::integer * interval '1 second', now(), $7, $8)
RETURNING id, expires_at
