-- Until this connection ends, nobody else changes keys.
SELECT pg_try_advisory_lock(hashtextextended('tenant_keys/keeper', 0)) AS taken
