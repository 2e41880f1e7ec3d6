SELECT sign_in_lock($1) AS seconds_locked
