-- Who signs in and how far that carries: roles that end, sessions that end unused, a second factor that a role demands, a password that has
-- to be changed first, and how long ago the person proved who it is.
SET LOCAL search_path = app, public;

ALTER TABLE users
    ADD COLUMN last_failed_at       timestamptz,
    ADD COLUMN must_change_password boolean NOT NULL DEFAULT false,
    ADD COLUMN password_changed_at  timestamptz;
COMMENT ON COLUMN users.failed_sign_ins IS 'Wrong passwords and codes in a row, each within an hour of the one before; the fifth sets locked_until.';
COMMENT ON COLUMN users.must_change_password IS 'Until it is changed the person may do nothing else.';
COMMENT ON COLUMN users.password_changed_at IS 'When the person last chose one; null: somebody else did.';

ALTER TABLE sessions
    ADD COLUMN idle_seconds integer NOT NULL DEFAULT 86400 CONSTRAINT sessions_idle_seconds_range CHECK (idle_seconds > 0),
    ADD COLUMN fresh_until  timestamptz;
COMMENT ON COLUMN sessions.idle_seconds IS 'Unused for so long it is over, whatever expires_at says.';
COMMENT ON COLUMN sessions.fresh_until IS 'Until then the person need not prove again who it is, for what costs money or opens secrets.';

ALTER TABLE user_role_assignments ADD COLUMN expires_at timestamptz;
COMMENT ON COLUMN user_role_assignments.expires_at IS 'When the role ends by itself; null: never.';

DROP FUNCTION resolve_session(bytea);
CREATE FUNCTION resolve_session(token bytea)
RETURNS TABLE (tenant_id bigint, session_id bigint, user_id bigint, email text, display_name text, expires_at timestamptz,
               last_seen_at timestamptz, fresh_until timestamptz, must_change_password boolean, has_second_factor boolean,
               must_enroll boolean, dealer_id bigint, vendor_id bigint, executor_id bigint, customer_id bigint, roles text[], permissions text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
    WITH who AS (
        SELECT s.tenant_id, s.id AS session_id, u.id AS user_id, u.email, u.display_name, s.expires_at, s.last_seen_at, s.fresh_until,
               u.must_change_password, u.totp_confirmed_at IS NOT NULL AS has_second_factor,
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
          LEFT JOIN user_role_assignments a ON a.tenant_id = u.tenant_id AND a.user_id = u.id AND (a.expires_at IS NULL OR a.expires_at > now())
          LEFT JOIN role_permissions p ON p.tenant_id = a.tenant_id AND p.role = a.role
         WHERE s.token_hash = token AND s.revoked_at IS NULL AND s.expires_at > now()
           AND coalesce(s.last_seen_at, s.created_at) + s.idle_seconds * interval '1 second' > now()
         GROUP BY s.tenant_id, s.id, u.tenant_id, u.id)
    SELECT tenant_id, session_id, user_id, email, display_name, expires_at, last_seen_at, fresh_until, must_change_password,
           has_second_factor, NOT has_second_factor AND EXISTS (
               SELECT FROM settings d
                WHERE d.tenant_id = who.tenant_id AND d.key = 'account.second_factor_roles'
                  AND who.roles && regexp_split_to_array(d.value #>> '{}', '[^A-Z0-9_]+')),
           CASE WHEN is_outsider THEN dealer_id END, CASE WHEN is_outsider THEN vendor_id END,
           CASE WHEN is_outsider THEN executor_id END, CASE WHEN is_outsider THEN user_id END, roles, permissions
      FROM who
$$;
COMMENT ON FUNCTION resolve_session(bytea) IS
    'Whose token this is (BLAKE2b-256 of it), with roles, rights, what has to be done first and what the person is narrowed to
     (app.dealer_id, app.vendor_id, app.executor_id, app.customer_id; all null for staff); no row when it is nobody''s or over.';
ALTER FUNCTION resolve_session(bytea) OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION resolve_session(bytea) TO nextgen_server, nextgen_reader;
GRANT SELECT ON settings TO nextgen_definer;

-- Whose role is over is told nothing more.
CREATE OR REPLACE FUNCTION send_notice(code text, source_kind text, source_id bigint, title text, body text, dealer bigint, staff_right text,
                                       also bigint, besides bigint) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
    WITH tenant AS (
        SELECT nullif(current_setting('app.tenant_id', true), '')::bigint AS id
    ), concerned AS (
        SELECT send_notice.also AS user_id
        UNION
        SELECT a.user_id
          FROM user_role_assignments a
          JOIN tenant t ON a.tenant_id = t.id
         WHERE a.dealer_id = send_notice.dealer AND (a.expires_at IS NULL OR a.expires_at > now())
        UNION
        -- Staff are few and found by their roles; of outsiders there may be millions.
        SELECT a.user_id
          FROM user_role_assignments a
          JOIN tenant t ON a.tenant_id = t.id
          JOIN role_permissions p ON p.tenant_id = a.tenant_id AND p.role = a.role AND p.permission = send_notice.staff_right
         WHERE a.role NOT IN ('DEALER', 'VENDOR', 'EXECUTOR', 'CUSTOMER') AND (a.expires_at IS NULL OR a.expires_at > now())
    ), told AS (
        INSERT INTO notifications (tenant_id, user_id, channel, code, title, body, source_kind, source_id, status, sent_at, delivered_at)
        SELECT u.tenant_id, u.id, 'in_app', send_notice.code, left(send_notice.title, 300), send_notice.body, send_notice.source_kind,
               send_notice.source_id, 'delivered', now(), now()
          FROM concerned c
          JOIN tenant t ON true
          JOIN users u ON u.tenant_id = t.id AND u.id = c.user_id AND u.is_active
         WHERE u.id IS DISTINCT FROM send_notice.besides
         ORDER BY u.id
         LIMIT 100
        RETURNING 1
    )
    SELECT count(*) FROM told
$$;
