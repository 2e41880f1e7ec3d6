-- One at a time wraps keys or changes the master key.
SELECT pg_advisory_xact_lock(hashtextextended('tenant_keys', 0))
