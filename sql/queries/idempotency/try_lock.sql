SELECT pg_try_advisory_xact_lock(hashtextextended(concat_ws(':', 'idempotency', $1::text, $2::text, $3::text), 0))
