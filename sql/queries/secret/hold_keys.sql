-- Until the transaction ends, what it writes is written by the keys that are current now.
SELECT pg_advisory_xact_lock_shared(hashtextextended('tenant_keys/' || $1::bigint, 0))
