-- Who of the outsiders sees what, and how a list is searched under row-level security.
--
-- A dealer's, vendor's or executor's people and customers are outsiders: the settings app.dealer_id, app.vendor_id,
-- app.executor_id and app.customer_id narrow them, staff have none of these. Each table says what outsiders see and write of
-- it. A table that says nothing shows them nothing.
SET LOCAL search_path = app, public;

CREATE SCHEMA extensions;
COMMENT ON SCHEMA extensions IS 'What extensions bring along, out of the way of the program''s own names.';
GRANT USAGE ON SCHEMA extensions TO nextgen_definer;
CREATE EXTENSION pg_trgm SCHEMA extensions;
CREATE EXTENSION btree_gin SCHEMA extensions;

CREATE FUNCTION scope_rule(conditions jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    nobody constant text := $q$(SELECT concat(current_setting('app.dealer_id', true), current_setting('app.vendor_id', true),
        current_setting('app.executor_id', true), current_setting('app.customer_id', true)) = '')$q$;
    actor constant text := $q$(SELECT nullif(current_setting('app.actor_id', true), '')::bigint)$q$;
    rule text := nobody;
    one record;
    own text;
BEGIN
    FOR one IN SELECT key, value FROM jsonb_each_text(conditions) ORDER BY key LOOP
        IF one.key = 'outsider' THEN
            rule := rule || format(' OR (%s)', replace(one.value, '@actor', actor));
        ELSIF one.key IN ('dealer', 'vendor', 'executor', 'customer') THEN
            own := format($q$(SELECT nullif(current_setting('app.%s_id', true), '')::bigint)$q$, one.key);
            rule := rule || format(' OR (%s IS NOT NULL AND (%s))', own, replace(replace(one.value, '@actor', actor), '$', own));
        ELSE
            RAISE EXCEPTION 'nobody is called %', one.key;
        END IF;
    END LOOP;
    RETURN rule;
END $$;
COMMENT ON FUNCTION scope_rule(jsonb) IS
    'The rule that lets staff see all and each kind of outsider what its condition says: {"vendor": "vendor_id = $"}, where $ is
     the vendor''s id and @actor the person''s; outsider means all four kinds.';

CREATE FUNCTION scope_table(target regclass, reads jsonb, writes jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    former name;
BEGIN
    FOR former IN SELECT polname FROM pg_policy WHERE polrelid = target AND polname IN ('dealer', 'scope', 'scope_delete') LOOP
        EXECUTE format('DROP POLICY %I ON %s', former, target);
    END LOOP;
    EXECUTE format('CREATE POLICY scope ON %s AS RESTRICTIVE USING (%s) WITH CHECK (%s)', target, app.scope_rule(reads),
                   app.scope_rule(writes));
    -- Who may read a row could otherwise delete it: only new rows are checked against what may be written.
    IF reads <> writes THEN
        EXECUTE format('CREATE POLICY scope_delete ON %s AS RESTRICTIVE FOR DELETE USING (%s)', target, app.scope_rule(writes));
    END IF;
END $$;
COMMENT ON FUNCTION scope_table(regclass, jsonb, jsonb) IS
    'What outsiders see and what they write of a table, by kind of outsider (see scope_rule); a kind that is not named: nothing.';

DROP FUNCTION protect_table(regclass, text, text);
CREATE FUNCTION protect_table(target regclass, rights text, reads jsonb DEFAULT '{}', writes jsonb DEFAULT '{}') RETURNS void
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
    ELSIF rights = 'append' THEN
        EXECUTE format('CREATE TRIGGER keep BEFORE UPDATE OR DELETE OR TRUNCATE ON %s
                        FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', target);
    ELSIF rights NOT IN ('draft', 'work') THEN
        RAISE EXCEPTION '% is no kind of rights', rights;
    END IF;
END $$;
COMMENT ON FUNCTION protect_table(regclass, text, jsonb, jsonb) IS
    'Puts a tenant table under forced row-level security with its grants and triggers. Rights: write (versioned, audited), edit
     (the same, and deletable), draft (versioned and deletable, not audited), append (history), work (the program''s own working
     rows). reads and writes: what outsiders may, see scope_table.';

-- The tables that were there before. A dealer's people keep what they had of credit and cheques; of people, sessions and roles
-- an outsider has his own; the program keeps repeated requests and writes the audit trail for everybody.
SELECT scope_table('tenants', '{"outsider": "true"}', '{}'),
       scope_table('users', '{"outsider": "id = @actor"}', '{"outsider": "id = @actor"}'),
       scope_table('sessions', '{"outsider": "user_id = @actor"}', '{"outsider": "user_id = @actor"}'),
       scope_table('user_role_assignments', '{"outsider": "user_id = @actor"}', '{}'),
       scope_table('role_permissions', '{}', '{}'),
       scope_table('settings', '{}', '{}'),
       scope_table('audit_logs', '{}', '{"outsider": "true"}'),
       scope_table('order_idempotencies', '{"outsider": "true"}', '{"outsider": "true"}'),
       scope_table('dealer_profiles', '{"dealer": "id = $"}', '{"dealer": "id = $"}'),
       scope_table('ledger_accounts', '{"dealer": "true"}', '{}'),
       scope_table('ledger_entries', '{"dealer": "dealer_id = $"}', '{"dealer": "dealer_id = $"}'),
       scope_table('ledger_lines', '{"dealer": "dealer_id = $"}', '{"dealer": "dealer_id = $"}'),
       scope_table('cheques', '{"dealer": "dealer_id = $"}', '{"dealer": "dealer_id = $"}'),
       scope_table('cheque_events', '{"dealer": "dealer_id = $"}', '{"dealer": "dealer_id = $"}'),
       scope_table('cheque_imports', '{"dealer": "dealer_id = $"}', '{"dealer": "dealer_id = $"}'),
       scope_table('cheque_import_rows', '{"dealer": "dealer_id = $"}', '{"dealer": "dealer_id = $"}');

-- Secrets stay out of the audit trail: that one changed is told, not what it was.
CREATE OR REPLACE FUNCTION audit_row() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app AS $$
DECLARE
    skip text[] := ARRAY['updated_at', 'version', 'search_key', 'password_hash', 'token_hash'];
    old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
    new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
    tenant bigint := coalesce(new_row, old_row) ->> 'tenant_id';
    row_id bigint := coalesce(new_row, old_row) ->> 'id';
    secret text;
    -- The triggers of a partition name the partition.
    table_name text := regexp_replace(TG_TABLE_NAME, '_([0-9]{4}_[0-9]{2}|default)$', '');
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
    FOR secret IN SELECT k FROM jsonb_object_keys(coalesce(new_row, old_row)) k WHERE k LIKE '%\_cipher' LOOP
        IF old_row -> secret <> 'null' THEN
            old_row := jsonb_set(old_row, ARRAY[secret], '"***"');
        END IF;
        IF new_row -> secret <> 'null' THEN
            new_row := jsonb_set(new_row, ARRAY[secret], '"***"');
        END IF;
        skip := skip || replace(secret, '_cipher', '_index');
    END LOOP;
    INSERT INTO audit_logs (tenant_id, action, table_name, row_id, actor_id, request_id, client_ip, old_values, new_values)
    VALUES (coalesce(tenant, row_id), lower(TG_OP), table_name, row_id,
            nullif(current_setting('app.actor_id', true), '')::bigint,
            nullif(current_setting('app.request_id', true), ''),
            nullif(current_setting('app.client_ip', true), ''),
            old_row - skip, new_row - skip);
    RETURN NULL;
END $$;

CREATE FUNCTION id_floor(at timestamptz) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ((extract(epoch FROM at) * 1000)::bigint - 1672531200000) << 20
$$;
COMMENT ON FUNCTION id_floor(timestamptz) IS
    'The smallest id that next_id() makes at this instant: rows of a span of time are those with ids from one floor to the next.';
GRANT EXECUTE ON FUNCTION id_floor(timestamptz) TO nextgen_server, nextgen_reader;

CREATE FUNCTION next_id_beside(neighbour bigint) RETURNS bigint
LANGUAGE sql VOLATILE PARALLEL UNSAFE AS $$
    SELECT (neighbour & ~1048575::bigint) | (nextval('app.id_sequence') & 1048575)
$$;
COMMENT ON FUNCTION next_id_beside(bigint) IS
    'A new row''s id of the same millisecond as another row''s: it sorts beside it and lies in the same month''s partition.';
GRANT EXECUTE ON FUNCTION next_id_beside(bigint) TO nextgen_server, nextgen_definer;

-- Row-level security keeps LIKE and full-text operators from an index, since they are not leakproof. This function stands
-- outside it, therefore names the tenant itself, and returns nothing but ids, which its callers join back under the rules.
CREATE FUNCTION find_matches(source regclass, needle text, condition text DEFAULT 'true') RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, app, extensions AS $$
DECLARE
    most constant integer := 10000;
    tenant bigint := nullif(current_setting('app.tenant_id', true), '')::bigint;
    words text[];
    rule text;
    found_ids bigint[];
BEGIN
    IF tenant IS NULL THEN
        RAISE EXCEPTION 'no tenant is set' USING ERRCODE = '42501';
    END IF;
    SELECT array_agg(w ORDER BY length(w) DESC) INTO words
      FROM (SELECT DISTINCT w FROM regexp_split_to_table(left(needle, 200), '\s+') w WHERE w <> '' LIMIT 6) w;
    IF words IS NULL THEN
        RETURN;
    END IF;
    IF length(words[1]) < 3 THEN
        -- Too short for a trigram: what begins with it.
        rule := format('search_key ^@ %L', array_to_string(regexp_split_to_array(btrim(left(needle, 200)), '\s+'), ' '));
    ELSE
        SELECT string_agg(format('search_key LIKE %L', '%' || regexp_replace(w, '([\\%_])', '\\\1', 'g') || '%'), ' AND ')
          INTO rule FROM unnest(words) w;
    END IF;
    -- A rare word through the index, without an order that would tempt the planner to walk the key instead.
    EXECUTE format('SELECT array_agg(id) FROM (SELECT id FROM %s WHERE tenant_id = %s AND (%s) AND (%s) LIMIT %s) m',
                   source, tenant, condition, rule, most + 1) INTO found_ids;
    IF cardinality(found_ids) <= most THEN
        RETURN QUERY SELECT unnest(found_ids);
    ELSE
        RETURN QUERY EXECUTE format('SELECT id FROM %s WHERE tenant_id = %s AND (%s) AND (%s) ORDER BY id DESC LIMIT %s',
                                    source, tenant, condition, rule, most);
    END IF;
END $$;
COMMENT ON FUNCTION find_matches(regclass, text, text) IS
    'The ids of a table''s rows whose search_key holds every word of the folded needle (or begins with it, when no word has three
     letters): all of them up to 10,000, otherwise the newest. For definer functions only.';
ALTER FUNCTION find_matches(regclass, text, text) OWNER TO nextgen_definer;
