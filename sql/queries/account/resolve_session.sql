SELECT tenant_id, session_id, user_id, email, display_name, expires_at, dealer_id, vendor_id, executor_id, customer_id, roles, permissions
  FROM resolve_session($1)
