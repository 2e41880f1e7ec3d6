UPDATE sessions SET fresh_until = now() + $3::integer * interval '1 second'
 WHERE tenant_id = $1 AND id = $2
RETURNING token_hash, fresh_until
