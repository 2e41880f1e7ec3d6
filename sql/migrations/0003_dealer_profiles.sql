-- Dealers: companies that buy on credit and pay by post-dated cheques.
SET LOCAL search_path = app, public;

CREATE TABLE dealer_profiles (
    tenant_id    bigint      NOT NULL CONSTRAINT dealer_profiles_tenant_fkey REFERENCES tenants (id),
    id           bigint      NOT NULL DEFAULT next_id(),
    code         text        NOT NULL CHECK (code <> '' AND length(code) <= 32),
    company_name text        NOT NULL CHECK (company_name <> '' AND length(company_name) <= 200),
    tier         text        NOT NULL DEFAULT 'BRONZE' CHECK (tier IN ('BRONZE', 'SILVER', 'GOLD', 'PLATINUM')),
    status       text        NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'on_hold', 'closed')),
    credit_limit bigint      CHECK (credit_limit BETWEEN 0 AND 9007199254740991),
    search_key   text        NOT NULL DEFAULT '',
    version      integer     NOT NULL DEFAULT 1,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT dealer_profiles_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT dealer_profiles_code_key UNIQUE (tenant_id, code)
);
COMMENT ON TABLE dealer_profiles IS 'A company that buys on credit (نماینده).';
COMMENT ON COLUMN dealer_profiles.code IS 'As people and workbooks name the dealer.';
COMMENT ON COLUMN dealer_profiles.credit_limit IS 'Rials; null: no limit.';
COMMENT ON COLUMN dealer_profiles.search_key IS 'Code and name folded for searching.';
CREATE INDEX dealer_profiles_company_name ON dealer_profiles (tenant_id, company_name, id);

ALTER TABLE user_role_assignments
    ADD COLUMN dealer_id bigint,
    ADD CONSTRAINT user_role_assignments_dealer_fkey
        FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer_profiles (tenant_id, id),
    ADD CONSTRAINT user_role_assignments_dealer_role CHECK ((role = 'DEALER') = (dealer_id IS NOT NULL));
COMMENT ON COLUMN user_role_assignments.dealer_id IS 'For DEALER: whose accountant this is; the person sees this dealer only.';

SELECT protect_table('dealer_profiles', 'write', 'id');

CREATE FUNCTION resolve_session(token bytea)
RETURNS TABLE (tenant_id bigint, session_id bigint, user_id bigint, email text, display_name text, expires_at timestamptz,
               dealer_id bigint, roles text[], permissions text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, app AS $$
    SELECT s.tenant_id, s.id, u.id, u.email, u.display_name, s.expires_at,
           -- A dealer's person stays within the dealer unless another role lifts that.
           CASE WHEN bool_and(a.role = 'DEALER') THEN max(a.dealer_id) END,
           coalesce(array_agg(DISTINCT a.role) FILTER (WHERE a.role IS NOT NULL), '{}'),
           coalesce(array_agg(DISTINCT p.permission) FILTER (WHERE p.permission IS NOT NULL), '{}')
      FROM sessions s
      JOIN users u ON u.tenant_id = s.tenant_id AND u.id = s.user_id AND u.is_active
      JOIN tenants t ON t.id = s.tenant_id AND t.is_active
      LEFT JOIN user_role_assignments a ON a.tenant_id = u.tenant_id AND a.user_id = u.id
      LEFT JOIN role_permissions p ON p.tenant_id = a.tenant_id AND p.role = a.role
     WHERE s.token_hash = token AND s.revoked_at IS NULL AND s.expires_at > now()
     GROUP BY s.tenant_id, s.id, u.tenant_id, u.id
$$;
COMMENT ON FUNCTION resolve_session(bytea) IS 'Whose token this is (BLAKE2b-256 of it), with roles and rights; no row when it is nobody''s or over.';
ALTER FUNCTION resolve_session(bytea) OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION resolve_session(bytea) TO nextgen_server, nextgen_reader;
GRANT SELECT ON user_role_assignments TO nextgen_definer;
