-- The ground every table stands on: who connects, how ids are made, how a tenant's rows are kept to that tenant.
--
-- Roles: nextgen_owner owns everything and migrates. nextgen_server writes and nextgen_reader reads for the program; they
-- own nothing and cannot go round row-level security. nextgen_definer owns the few functions that must see across
-- tenants (sign-in before the tenant is known, the audit trail); nobody can connect as it.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'nextgen_server') THEN
        CREATE ROLE nextgen_server LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'nextgen_reader') THEN
        CREATE ROLE nextgen_reader LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'nextgen_definer') THEN
        CREATE ROLE nextgen_definer NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT BYPASSRLS;
    END IF;
    EXECUTE format('ALTER DATABASE %I SET search_path = app, public', current_database());
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO nextgen_server', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO nextgen_reader', current_database());
END $$;

ALTER ROLE nextgen_server SET lock_timeout = '5s';
ALTER ROLE nextgen_server SET statement_timeout = '300s';
ALTER ROLE nextgen_server SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE nextgen_reader SET default_transaction_read_only = on;
ALTER ROLE nextgen_reader SET statement_timeout = '10s';

CREATE SCHEMA IF NOT EXISTS app;
SET LOCAL search_path = app, public;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON SCHEMA app FROM PUBLIC;
GRANT USAGE ON SCHEMA app TO nextgen_server, nextgen_reader, nextgen_definer;
-- Per schema this would change nothing: what PUBLIC has by default is taken away for the role as a whole.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE SEQUENCE id_sequence;
GRANT USAGE ON SEQUENCE id_sequence TO nextgen_server, nextgen_definer;

CREATE FUNCTION next_id() RETURNS bigint
LANGUAGE sql VOLATILE PARALLEL UNSAFE AS $$
    SELECT ((extract(epoch FROM clock_timestamp()) * 1000)::bigint - 1672531200000) << 20
           | (nextval('app.id_sequence') & 1048575)
$$;
COMMENT ON FUNCTION next_id() IS
    'A new row''s id: milliseconds since 2023-01-01 UTC, then 20 bits of a sequence. Sorts by time, never repeats.';
GRANT EXECUTE ON FUNCTION next_id() TO nextgen_server, nextgen_definer;

-- Every change counts a row's version up and dates it: ETags and conflict checks lean on it, so no statement may forget.
CREATE FUNCTION touch_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := OLD.version + 1;
    NEW.updated_at := now();
    RETURN NEW;
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is added to, never edited', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
COMMENT ON FUNCTION refuse_change() IS 'Keeps history as it was written, whoever asks.';

CREATE TABLE audit_logs (
    tenant_id  bigint      NOT NULL,
    id         bigint      NOT NULL DEFAULT next_id(),
    at         timestamptz NOT NULL DEFAULT now(),
    action     text        NOT NULL CHECK (action ~ '^[a-z_]{1,40}$'),
    table_name text        NOT NULL,
    row_id     bigint,
    actor_id   bigint,
    request_id text,
    client_ip  text,
    old_values jsonb,
    new_values jsonb,
    CONSTRAINT audit_logs_pkey PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE audit_logs IS 'Who changed what and when, by trigger; also sign-ins and bulk work. Append-only.';
COMMENT ON COLUMN audit_logs.action IS 'insert, update, delete, or an act of the program such as sign_in or cheque_import_commit.';
COMMENT ON COLUMN audit_logs.old_values IS 'Of an update only what changed; of a delete the whole row, without secrets.';
CREATE INDEX audit_logs_row ON audit_logs (tenant_id, table_name, row_id, id);

CREATE FUNCTION audit_row() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app AS $$
DECLARE
    skip constant text[] := ARRAY['updated_at', 'version', 'search_key', 'password_hash', 'token_hash'];
    old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
    tenant bigint := coalesce(new_row, old_row) ->> 'tenant_id';
    row_id bigint := coalesce(new_row, old_row) ->> 'id';
BEGIN
    -- Bulk work leaves one line of its own instead of one for each row.
    IF nullif(current_setting('app.bulk_id', true), '') IS NOT NULL THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        SELECT jsonb_object_agg(n.key, old_row -> n.key), jsonb_object_agg(n.key, n.value)
          INTO old_row, new_row
          FROM jsonb_each(new_row) n
         WHERE n.value IS DISTINCT FROM old_row -> n.key AND n.key <> ALL (skip);
        IF new_row IS NULL THEN
            RETURN NULL;
        END IF;
    END IF;
    INSERT INTO audit_logs (tenant_id, action, table_name, row_id, actor_id, request_id, client_ip, old_values, new_values)
    VALUES (coalesce(tenant, row_id), lower(TG_OP), TG_TABLE_NAME, row_id,
            nullif(current_setting('app.actor_id', true), '')::bigint,
            nullif(current_setting('app.request_id', true), ''),
            nullif(current_setting('app.client_ip', true), ''),
            old_row - skip, new_row - skip);
    RETURN NULL;
END $$;
ALTER FUNCTION audit_row() OWNER TO nextgen_definer;

CREATE FUNCTION protect_table(target regclass, rights text, dealer_column text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    name text := (SELECT relname FROM pg_class WHERE oid = target);
    tenant_column text := CASE WHEN name = 'tenants' THEN 'id' ELSE 'tenant_id' END;
    rule text := format($q$%I = (SELECT nullif(current_setting('app.tenant_id', true), '')::bigint)$q$, tenant_column);
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
    -- Something must permit; the restrictive rules narrow it, so that no later policy can widen it.
    EXECUTE format('CREATE POLICY base ON %s USING (true) WITH CHECK (true)', target);
    EXECUTE format('CREATE POLICY tenant ON %s AS RESTRICTIVE USING (%s) WITH CHECK (%s)', target, rule, rule);
    IF dealer_column IS NOT NULL THEN
        -- A dealer's own people see that dealer's rows only; for others the setting is empty.
        rule := format($q$(SELECT nullif(current_setting('app.dealer_id', true), '')) IS NULL
                          OR %I = (SELECT nullif(current_setting('app.dealer_id', true), '')::bigint)$q$, dealer_column);
        EXECUTE format('CREATE POLICY dealer ON %s AS RESTRICTIVE USING (%s) WITH CHECK (%s)', target, rule, rule);
    END IF;
    EXECUTE format('GRANT SELECT ON %s TO nextgen_reader', target);
    CASE rights
        WHEN 'write' THEN
            EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %s TO nextgen_server', target);
            EXECUTE format('CREATE TRIGGER touch BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION app.touch_row()', target);
            EXECUTE format('CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %s
                            FOR EACH ROW EXECUTE FUNCTION app.audit_row()', target);
        WHEN 'append' THEN
            EXECUTE format('GRANT SELECT, INSERT ON %s TO nextgen_server', target);
            EXECUTE format('CREATE TRIGGER keep BEFORE UPDATE OR DELETE OR TRUNCATE ON %s
                            FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', target);
        WHEN 'work' THEN
            EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO nextgen_server', target);
    END CASE;
END $$;
COMMENT ON FUNCTION protect_table(regclass, text, text) IS
    'Puts a tenant table under forced row-level security with its grants and triggers. Rights: write (versioned, audited),
     append (history), work (the program''s own working rows). dealer_column: rows that a dealer''s people see of their own.';

SELECT protect_table('audit_logs', 'append');
GRANT INSERT ON audit_logs TO nextgen_definer;
