SELECT tenant_id, user_id, password_hash FROM find_sign_in($1, $2)
