-- The keys by which a tenant's secrets are encrypted and found, and who may read a secret in full.
SET LOCAL search_path = app, public;

CREATE TABLE tenant_keys (
    tenant_id   bigint      NOT NULL CONSTRAINT tenant_keys_tenant_fkey REFERENCES tenants (id),
    id          bigint      NOT NULL DEFAULT next_id(),
    purpose     text        NOT NULL CONSTRAINT tenant_keys_purpose_known CHECK (purpose IN ('data', 'index')),
    key_version integer     NOT NULL CONSTRAINT tenant_keys_key_version_range CHECK (key_version BETWEEN 1 AND 65535),
    state       text        NOT NULL CONSTRAINT tenant_keys_state_known CHECK (state IN ('coming', 'current', 'readable', 'retired')),
    master_key  text        NOT NULL CONSTRAINT tenant_keys_master_key_form CHECK (master_key ~ '^[0-9a-f]{16}$'),
    wrapped_key bytea       NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT tenant_keys_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT tenant_keys_version_key UNIQUE (tenant_id, purpose, key_version)
);
COMMENT ON TABLE tenant_keys IS 'A tenant''s keys, each wrapped by a master key, which lies in a file and never here.';
COMMENT ON COLUMN tenant_keys.purpose IS 'data: encrypts ..._cipher; index: makes ..._index.';
COMMENT ON COLUMN tenant_keys.key_version IS 'Named by every ciphertext; counts up.';
COMMENT ON COLUMN tenant_keys.state IS 'current: written by; readable: replaced, rows may still hold it; retired: no row does; coming: an index key that is looked up by and not yet written.';
COMMENT ON COLUMN tenant_keys.master_key IS 'Which master key wraps it: 16 hexadecimal digits derived from that key.';
COMMENT ON COLUMN tenant_keys.wrapped_key IS 'The key, encrypted by the master key.';
CREATE UNIQUE INDEX tenant_keys_one_current ON tenant_keys (tenant_id, purpose) WHERE state = 'current';

SELECT protect_table('tenant_keys', 'work');
-- The server makes a tenant's first keys; changing them is the owner's, by `nextgen-server keys`.
REVOKE UPDATE, DELETE ON tenant_keys FROM nextgen_server;
REVOKE SELECT ON tenant_keys FROM nextgen_reader;

CREATE INDEX executor_profiles_iban ON executor_profiles (tenant_id, iban_index) WHERE iban_index IS NOT NULL;

-- Who asks for a new account is who wrote it; another person approves it.
ALTER TABLE vendor_bank_accounts ALTER COLUMN requested_by SET DEFAULT nullif(current_setting('app.actor_id', true), '')::bigint;

INSERT INTO permissions (name) VALUES ('secrets.reveal');

CREATE OR REPLACE FUNCTION built_in_rights() RETURNS TABLE (role text, permission text)
LANGUAGE sql STABLE AS $$
    SELECT r.role, p.name FROM (VALUES ('SUPER_ADMIN'), ('ADMIN')) r (role) CROSS JOIN app.permissions p
    UNION ALL
    SELECT r.role, unnest(string_to_array(r.rights, ' '))
      FROM (VALUES
        ('DEALER', 'dealers.read credit.read cheques.read cheques.import catalog.read orders.read invoices.read payments.read '
                   'warranties.read shipping.read secrets.reveal'),
        ('VENDOR', 'vendors.read catalog.read catalog.write inventory.read inventory.write orders.read media.read media.write '
                   'reviews.read warranties.read discounts.read shipping.read'),
        ('EXECUTOR', 'executors.read projects.read'),
        ('CUSTOMER', 'catalog.read orders.read warranties.read reviews.read storefront.read shipping.read')) r (role, rights)
$$;

INSERT INTO role_permissions (tenant_id, role, permission)
SELECT t.id, r.role, r.permission FROM tenants t CROSS JOIN built_in_rights() r WHERE r.permission = 'secrets.reveal'
ON CONFLICT (tenant_id, role, permission) DO NOTHING;
