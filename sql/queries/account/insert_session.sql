INSERT INTO sessions (tenant_id, user_id, token_hash, expires_at, last_seen_at, address, user_agent)
VALUES ($1, $2, $3, now() + $4::integer * interval '1 second', now(), $5, $6)
RETURNING id, expires_at
