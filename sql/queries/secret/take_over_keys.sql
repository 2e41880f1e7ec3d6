-- True: nobody is writing by the tenant's current keys, and nobody begins to before this transaction ends.
SELECT pg_try_advisory_xact_lock(hashtextextended('tenant_keys/' || $1::bigint, 0)) AS taken
