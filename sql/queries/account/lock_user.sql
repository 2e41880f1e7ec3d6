-- now() is the transaction's beginning, before the wait for the row: the clock tells whether a lock is over by now.
SELECT email, display_name, is_active, password_hash, totp_secret_cipher, totp_confirmed_at IS NOT NULL AS has_second_factor,
       CASE WHEN last_failed_at > clock_timestamp() - interval '1 hour' AND locked_until IS NULL THEN failed_sign_ins ELSE 0 END AS wrong_before,
       failed_sign_ins > 0 OR locked_until IS NOT NULL AS has_failed,
       ceil(extract(epoch FROM locked_until - clock_timestamp()))::integer AS locked_seconds
  FROM users
 WHERE tenant_id = $1 AND id = $2
   FOR NO KEY UPDATE
