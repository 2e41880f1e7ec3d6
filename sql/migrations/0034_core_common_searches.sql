-- A search for common words gave back more ids than a list of two million products joins in time.
SET LOCAL search_path = app, public;

CREATE OR REPLACE FUNCTION find_matches(source regclass, needle text, condition text DEFAULT 'true') RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, app, extensions, pg_temp AS $$
DECLARE
    most constant integer := 5000;
    sorted constant integer := 30000;
    tenant bigint := nullif(current_setting('app.tenant_id', true), '')::bigint;
    words text[];
    rule text;
    matching text;
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
    -- Through the index, without an order that would tempt the planner to walk the key for a rare word.
    matching := format('SELECT id FROM %s WHERE tenant_id = %s AND (%s) AND (%s)', source, tenant, condition, rule);
    EXECUTE format('SELECT array_agg(id) FROM (%s LIMIT %s) m', matching, sorted + 1) INTO found_ids;
    IF cardinality(found_ids) <= sorted THEN
        RETURN QUERY SELECT f FROM unnest(found_ids) f ORDER BY f DESC LIMIT most;
    ELSE
        -- So common that walking back from the newest soon has enough.
        RETURN QUERY EXECUTE format('%s ORDER BY id DESC LIMIT %s', matching, most);
    END IF;
END $$;
COMMENT ON FUNCTION find_matches(regclass, text, text) IS
    'The ids of a table''s rows whose search_key holds every word of the folded needle (or begins with it, when no word has three
     letters): all of them up to 5,000, otherwise the newest. For definer functions only.';
COMMENT ON FUNCTION search_products(text) IS
    'Ids of this tenant''s products (a vendor''s: its own) that hold every word of the folded needle, to be joined to products:
     up to 5,000, the newest when there are more.';
