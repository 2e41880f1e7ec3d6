-- What the program itself keeps: settings of a tenant, answers to repeated requests, its own events.
SET LOCAL search_path = app, public;

CREATE TABLE settings (
    tenant_id  bigint      NOT NULL CONSTRAINT settings_tenant_fkey REFERENCES tenants (id),
    id         bigint      NOT NULL DEFAULT next_id(),
    key        text        NOT NULL CHECK (key ~ '^[a-z_]+(\.[a-z_]+)*$'),
    value      jsonb       NOT NULL,
    version    integer     NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT settings_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT settings_key_key UNIQUE (tenant_id, key)
);
COMMENT ON TABLE settings IS 'A tenant''s settings and feature flags.';

CREATE TABLE order_idempotencies (
    tenant_id    bigint      NOT NULL CONSTRAINT order_idempotencies_tenant_fkey REFERENCES tenants (id),
    id           bigint      NOT NULL DEFAULT next_id(),
    scope        text        NOT NULL,
    key          text        NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    request_hash bytea       NOT NULL,
    status       integer     NOT NULL CHECK (status BETWEEN 200 AND 299),
    headers      jsonb       NOT NULL DEFAULT '{}',
    body         bytea       NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT order_idempotencies_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT order_idempotencies_key_key UNIQUE (tenant_id, scope, key)
);
COMMENT ON TABLE order_idempotencies IS 'The answer to each request that carried an Idempotency-Key, written in the transaction that did the work; kept 72 hours.';
COMMENT ON COLUMN order_idempotencies.scope IS 'The operation and the user: a key means something only within them.';
CREATE INDEX order_idempotencies_age ON order_idempotencies (tenant_id, created_at);

CREATE TABLE system_events (
    id      bigint      NOT NULL DEFAULT next_id() CONSTRAINT system_events_pkey PRIMARY KEY,
    at      timestamptz NOT NULL DEFAULT now(),
    kind    text        NOT NULL CHECK (kind ~ '^[a-z_]+(\.[a-z_]+)*$'),
    level   text        NOT NULL CHECK (level IN ('info', 'warning', 'error')),
    details jsonb       NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE system_events IS 'What happened to the program as a whole: starts, migrations, failures. Belongs to no tenant.';
GRANT INSERT ON system_events TO nextgen_server;

SELECT protect_table('settings', 'write');
SELECT protect_table('order_idempotencies', 'work');
