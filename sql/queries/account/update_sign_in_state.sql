-- $3 wrong ones in a row, $4 seconds to lock for, $5 a better hash of the same password.
UPDATE users
   SET failed_sign_ins = $3,
       last_failed_at = CASE WHEN $3::integer > 0 THEN clock_timestamp() END,
       locked_until = clock_timestamp() + $4::integer * interval '1 second',
       password_hash = coalesce($5, password_hash)
 WHERE tenant_id = $1 AND id = $2
