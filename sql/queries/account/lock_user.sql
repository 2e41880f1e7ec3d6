-- now() is the transaction's beginning, before the wait for the row: the clock tells whether a lock is over by now.
SELECT email, display_name, is_active, failed_sign_ins, locked_until IS NOT NULL AS was_locked,
       ceil(extract(epoch FROM locked_until - clock_timestamp()))::integer AS locked_seconds
  FROM users
 WHERE tenant_id = $1 AND id = $2
   FOR NO KEY UPDATE
