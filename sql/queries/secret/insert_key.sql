-- Of two servers that make a tenant's first keys at once, the first one's stay.
INSERT INTO tenant_keys (tenant_id, purpose, key_version, state, master_key, wrapped_key)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (tenant_id, purpose, key_version) DO NOTHING
