UPDATE users
   SET failed_sign_ins = $3,
       locked_until = clock_timestamp() + $4::integer * interval '1 second',
       password_hash = coalesce($5, password_hash)
 WHERE tenant_id = $1 AND id = $2
