-- What the person itself chose; wrong attempts before are forgotten.
UPDATE users
   SET password_hash = $3, password_changed_at = now(), must_change_password = false, failed_sign_ins = 0, last_failed_at = NULL,
       locked_until = NULL
 WHERE tenant_id = $1 AND id = $2
