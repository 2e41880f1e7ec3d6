-- Whose rows a signed-in person is narrowed to, now that vendors and executors are known.
SET LOCAL search_path = app, public;

DROP FUNCTION resolve_session(bytea);
CREATE FUNCTION resolve_session(token bytea)
RETURNS TABLE (tenant_id bigint, session_id bigint, user_id bigint, email text, display_name text, expires_at timestamptz,
               dealer_id bigint, vendor_id bigint, executor_id bigint, customer_id bigint, roles text[], permissions text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, app AS $$
    WITH who AS (
        SELECT s.tenant_id, s.id AS session_id, u.id AS user_id, u.email, u.display_name, s.expires_at,
               -- One role of the staff lifts the narrowing; whoever has none at all is an outsider.
               NOT coalesce(bool_or(a.role NOT IN ('DEALER', 'VENDOR', 'EXECUTOR', 'CUSTOMER')), false) AS is_outsider,
               max(a.dealer_id) AS dealer_id,
               -- A vendor's or executor's person who belongs to none sees the rows of none: no id is 0.
               max(coalesce(a.vendor_id, 0)) FILTER (WHERE a.role = 'VENDOR') AS vendor_id,
               max(coalesce(a.executor_id, 0)) FILTER (WHERE a.role = 'EXECUTOR') AS executor_id,
               coalesce(array_agg(DISTINCT a.role) FILTER (WHERE a.role IS NOT NULL), '{}') AS roles,
               coalesce(array_agg(DISTINCT p.permission) FILTER (WHERE p.permission IS NOT NULL), '{}') AS permissions
          FROM sessions s
          JOIN users u ON u.tenant_id = s.tenant_id AND u.id = s.user_id AND u.is_active
          JOIN tenants t ON t.id = s.tenant_id AND t.is_active
          LEFT JOIN user_role_assignments a ON a.tenant_id = u.tenant_id AND a.user_id = u.id
          LEFT JOIN role_permissions p ON p.tenant_id = a.tenant_id AND p.role = a.role
         WHERE s.token_hash = token AND s.revoked_at IS NULL AND s.expires_at > now()
         GROUP BY s.tenant_id, s.id, u.tenant_id, u.id)
    SELECT tenant_id, session_id, user_id, email, display_name, expires_at,
           CASE WHEN is_outsider THEN dealer_id END, CASE WHEN is_outsider THEN vendor_id END,
           CASE WHEN is_outsider THEN executor_id END, CASE WHEN is_outsider THEN user_id END, roles, permissions
      FROM who
$$;
COMMENT ON FUNCTION resolve_session(bytea) IS
    'Whose token this is (BLAKE2b-256 of it), with roles, rights and what the person is narrowed to (app.dealer_id, app.vendor_id,
     app.executor_id, app.customer_id; all null for staff); no row when it is nobody''s or over.';
ALTER FUNCTION resolve_session(bytea) OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION resolve_session(bytea) TO nextgen_server, nextgen_reader;
