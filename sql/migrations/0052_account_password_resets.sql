-- A forgotten password: who asks gets a token that works once, for half an hour.
SET LOCAL search_path = app, public;

CREATE TABLE password_resets (
    tenant_id    bigint      NOT NULL CONSTRAINT password_resets_tenant_fkey REFERENCES tenants (id),
    id           bigint      NOT NULL DEFAULT next_id(),
    user_id      bigint      NOT NULL,
    token_hash   bytea       NOT NULL CONSTRAINT password_resets_token_hash_length CHECK (length(token_hash) = 32),
    token_cipher bytea,
    expires_at   timestamptz NOT NULL,
    used_at      timestamptz,
    created_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT password_resets_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT password_resets_user_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id),
    CONSTRAINT password_resets_token_key UNIQUE (token_hash, tenant_id)
);
COMMENT ON TABLE password_resets IS 'Tokens that each set a person''s password once. A new one replaces those before; kept for a day.';
COMMENT ON COLUMN password_resets.token_hash IS 'BLAKE2b-256 of the token.';
COMMENT ON COLUMN password_resets.token_cipher IS 'The token for whoever sends the message, encrypted by the program; null: it was handed over otherwise.';
CREATE INDEX password_resets_user ON password_resets (tenant_id, user_id, id);
SELECT protect_table('password_resets', 'work', '{}', '{}');

CREATE FUNCTION find_password_reset(token bytea) RETURNS TABLE (tenant_id bigint, id bigint, user_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
    SELECT r.tenant_id, r.id, r.user_id
      FROM password_resets r
      JOIN tenants t ON t.id = r.tenant_id AND t.is_active
     WHERE r.token_hash = token AND r.used_at IS NULL AND r.expires_at > now()
$$;
COMMENT ON FUNCTION find_password_reset(bytea) IS
    'Whose password this token (BLAKE2b-256 of it) sets; no row when it is nobody''s, used or over. Before anybody is signed in the tenant
     is not known.';
ALTER FUNCTION find_password_reset(bytea) OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION find_password_reset(bytea) TO nextgen_server, nextgen_reader;
GRANT SELECT ON password_resets TO nextgen_definer;
