SELECT tenant_id, session_id, user_id, email, display_name, expires_at, last_seen_at, fresh_until, must_change_password, has_second_factor,
       must_enroll, dealer_id, vendor_id, executor_id, customer_id, roles, permissions
  FROM resolve_session($1)
