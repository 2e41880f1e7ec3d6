-- One server at a time adds to a tenant's chain.
SELECT pg_try_advisory_xact_lock(hashtextextended('audit_seals/' || $1::bigint, 0)) AS taken
