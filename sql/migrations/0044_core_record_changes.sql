-- What changed lately, for people who look at the same records: every audited table notes it, statement by statement. The note
-- carries its transaction, so that a reader can tell what his last snapshot had not seen (sql/README.md, "Changes").
SET LOCAL search_path = app, public;

CREATE TABLE record_changes (
    tenant_id  bigint      NOT NULL,
    id         bigint      NOT NULL DEFAULT next_id(),
    xid        bigint      NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
    at         timestamptz NOT NULL DEFAULT now(),
    table_name text        NOT NULL,
    row_id     bigint,
    version    integer,
    actor_id   bigint,
    CONSTRAINT record_changes_pkey PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE record_changes IS 'Which records changed in the last two hours; what clients learn of each other by. Written by triggers alone.';
COMMENT ON COLUMN record_changes.xid IS 'The transaction that changed it: whoever''s snapshot does not see it has not been told.';
COMMENT ON COLUMN record_changes.at IS 'When that transaction began, as the record''s updated_at says.';
COMMENT ON COLUMN record_changes.table_name IS 'The table; of a partitioned one its own name, not the month''s.';
COMMENT ON COLUMN record_changes.row_id IS 'The row; none where a statement changed more than 200, which is noted as one.';
COMMENT ON COLUMN record_changes.version IS 'The row''s version since; none when it was deleted.';
CREATE INDEX record_changes_xid ON record_changes (tenant_id, xid);
COMMENT ON INDEX record_changes_xid IS 'The latest transactions.';
SELECT protect_table('record_changes', 'work', '{}', '{}');
REVOKE INSERT, UPDATE, DELETE ON record_changes FROM nextgen_server;
GRANT SELECT, INSERT, DELETE ON record_changes TO nextgen_definer;

CREATE FUNCTION note_changes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
DECLARE
    most constant integer := 200;
    actor constant bigint := nullif(current_setting('app.actor_id', true), '');
    found_rows integer := (SELECT count(*) FROM (SELECT FROM changed_rows LIMIT most + 1) counted);
BEGIN
    IF found_rows > most THEN
        INSERT INTO record_changes (tenant_id, table_name, actor_id)
        SELECT DISTINCT r.tenant_id, TG_TABLE_NAME, actor FROM changed_rows r;
    ELSIF found_rows > 0 THEN
        INSERT INTO record_changes (tenant_id, table_name, row_id, version, actor_id)
        SELECT r.tenant_id, TG_TABLE_NAME, r.id, CASE WHEN TG_OP <> 'DELETE' THEN r.version END, actor FROM changed_rows r;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION note_changes() IS 'Notes which rows a statement changed: who looks at them is told.';
ALTER FUNCTION note_changes() OWNER TO nextgen_definer;

CREATE FUNCTION forget_changes() RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
    WITH gone AS (DELETE FROM record_changes WHERE at < now() - interval '2 hours' RETURNING 1) SELECT count(*) FROM gone
$$;
COMMENT ON FUNCTION forget_changes() IS 'Deletes notes of changes that are older than two hours, of all tenants; how many.';
ALTER FUNCTION forget_changes() OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION forget_changes() TO nextgen_server;

CREATE FUNCTION note_table(target regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    one text[];
BEGIN
    FOREACH one SLICE 1 IN ARRAY ARRAY[['insert', 'NEW'], ['update', 'NEW'], ['delete', 'OLD']] LOOP
        EXECUTE format('CREATE TRIGGER note_%1$s AFTER %1$s ON %2$s REFERENCING %3$s TABLE AS changed_rows
                        FOR EACH STATEMENT EXECUTE FUNCTION app.note_changes()', one[1], target, one[2]);
    END LOOP;
END $$;
COMMENT ON FUNCTION note_table(regclass) IS 'Has a tenant table with id and version note which of its rows change.';

CREATE OR REPLACE FUNCTION protect_table(target regclass, rights text, reads jsonb DEFAULT '{}', writes jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    rule constant text := $q$tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::bigint)$q$;
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
    -- Something must permit; the restrictive rules narrow it, so that no later policy can widen it.
    EXECUTE format('CREATE POLICY base ON %s USING (true) WITH CHECK (true)', target);
    EXECUTE format('CREATE POLICY tenant ON %s AS RESTRICTIVE USING (%s) WITH CHECK (%s)', target, rule, rule);
    PERFORM app.scope_table(target, reads, writes);
    EXECUTE format('GRANT SELECT ON %s TO nextgen_reader', target);
    EXECUTE format('GRANT SELECT, INSERT ON %s TO nextgen_server', target);
    IF rights <> 'append' THEN
        EXECUTE format('GRANT UPDATE ON %s TO nextgen_server', target);
    END IF;
    IF rights IN ('edit', 'draft', 'work') THEN
        EXECUTE format('GRANT DELETE ON %s TO nextgen_server', target);
    END IF;
    IF rights IN ('write', 'edit', 'draft') THEN
        EXECUTE format('CREATE TRIGGER touch BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION app.touch_row()', target);
    END IF;
    IF rights IN ('write', 'edit') THEN
        EXECUTE format('CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON %s
                        FOR EACH ROW EXECUTE FUNCTION app.audit_row()', target);
        PERFORM app.note_table(target);
    ELSIF rights = 'append' THEN
        EXECUTE format('CREATE TRIGGER keep BEFORE UPDATE OR DELETE OR TRUNCATE ON %s
                        FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', target);
    ELSIF rights NOT IN ('draft', 'work') THEN
        RAISE EXCEPTION '% is no kind of rights', rights;
    END IF;
END $$;
COMMENT ON FUNCTION protect_table(regclass, text, jsonb, jsonb) IS
    'Puts a tenant table under forced row-level security with its grants and triggers. Rights: write (versioned, audited, its
     changes noted), edit (the same, and deletable), draft (versioned and deletable, not audited), append (history), work (the
     program''s own working rows). reads and writes: what outsiders may, see scope_table.';

SELECT note_table(c.oid)
  FROM pg_class c
 WHERE c.relnamespace = 'app'::regnamespace AND NOT c.relispartition AND c.relname <> 'tenants'
   AND EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'audit');
