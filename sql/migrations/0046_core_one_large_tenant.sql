-- Tenants differ: one may have nine tenths of a table. A plan that is kept for all of them took each for a fiftieth, and looked for a
-- vendor's name by reading all of the tenant's names in the index that sorts by them.
SET LOCAL search_path = app, public;

CREATE FUNCTION expect_one_tenant(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = target AND attname = 'tenant_id') THEN
        EXECUTE format('ALTER TABLE %s ALTER COLUMN tenant_id SET (n_distinct = 1, n_distinct_inherited = 1)', target);
    END IF;
END $$;
COMMENT ON FUNCTION expect_one_tenant(regclass) IS
    'Has plans made for the tenant that has most of the table, from its next ANALYZE on: a plan for a small one is ruinous for that
     one, and one for that does a small one no harm.';

CREATE OR REPLACE FUNCTION harden_partition(partition regclass, parent regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    trigger_name name;
BEGIN
    -- Named directly, a partition answers by its own rules: none, so that nothing is seen, and no grant either.
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', partition);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', partition);
    PERFORM app.expect_one_tenant(partition);
    FOR trigger_name IN SELECT tgname FROM pg_trigger WHERE tgrelid = parent AND tgname = 'keep' LOOP
        EXECUTE format('CREATE TRIGGER keep BEFORE UPDATE OR DELETE OR TRUNCATE ON %s
                        FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', partition);
    END LOOP;
END $$;
COMMENT ON FUNCTION harden_partition(regclass, regclass) IS
    'Gives a partition what it does not inherit: forced row-level security, what is expected of tenants, and the refusal of changes to
     history.';

CREATE OR REPLACE FUNCTION protect_table(target regclass, rights text, reads jsonb DEFAULT '{}', writes jsonb DEFAULT '{}') RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    rule constant text := $q$tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::bigint)$q$;
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
    PERFORM app.expect_one_tenant(target);
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
    'Puts a tenant table under forced row-level security with its grants, triggers and what is expected of tenants. Rights: write
     (versioned, audited, its changes noted), edit (the same, and deletable), draft (versioned and deletable, not audited), append
     (history), work (the program''s own working rows). reads and writes: what outsiders may, see scope_table.';

SELECT expect_one_tenant(oid) FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind IN ('r', 'p');
