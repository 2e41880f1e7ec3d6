SELECT tenant_id, id, user_id FROM find_password_reset($1)
