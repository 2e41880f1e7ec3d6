SELECT pg_advisory_xact_lock(hashtextextended(concat_ws(':', 'files', $1::text, $2::text, $3::text), 0))
