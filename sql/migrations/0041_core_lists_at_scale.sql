-- What ten million orders showed: numbers that all begin alike are no word to search for, payments are searched as orders are, and a
-- filter for something rare must not look through everything common.
SET LOCAL search_path = app, public;

CREATE FUNCTION find_numbered(source regclass, number_column name, needle text, kinds text[]) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
DECLARE
    tenant bigint := nullif(current_setting('app.tenant_id', true), '')::bigint;
    own text := coalesce(
        (SELECT string_agg(format('%s_id = %s', kind, nullif(current_setting(format('app.%s_id', kind), true), '')::bigint), ' OR ')
           FROM unnest(kinds) kind
          WHERE nullif(current_setting(format('app.%s_id', kind), true), '') IS NOT NULL), 'true');
BEGIN
    -- Documents are numbered alike, so that a number's trigrams are in nearly all of them: the whole number goes by its key.
    RETURN QUERY EXECUTE format('SELECT id FROM %s WHERE tenant_id = $1 AND %I = ANY ($2) AND (%s)', source, number_column, own)
        USING tenant, ARRAY[needle, upper(needle)];
    IF NOT FOUND THEN
        RETURN QUERY SELECT find_matches(source, needle, own);
    END IF;
END $$;
COMMENT ON FUNCTION find_numbered(regclass, name, text, text[]) IS
    'The id of the row with this number, otherwise find_matches(); of an outsider of these kinds only its own. For definer functions only.';
ALTER FUNCTION find_numbered(regclass, name, text, text[]) OWNER TO nextgen_definer;

CREATE OR REPLACE FUNCTION search_orders(needle text) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
    SELECT find_numbered('app.order_numbers', 'order_number', needle, ARRAY['vendor', 'customer', 'dealer'])
$$;
COMMENT ON FUNCTION search_orders(text) IS 'Ids of this tenant''s orders (an outsider''s: its own) that have the folded needle as their number or hold every word of it, to be joined to orders; as search_products.';

CREATE INDEX payments_words ON payments USING gin (tenant_id, search_key extensions.gin_trgm_ops);
COMMENT ON INDEX payments_words IS 'Words anywhere in the text, within one tenant: search_payments().';
CREATE FUNCTION search_payments(needle text) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
    SELECT find_numbered('app.payments', 'payment_number', needle, ARRAY['customer', 'dealer'])
$$;
COMMENT ON FUNCTION search_payments(text) IS 'Ids of this tenant''s payments (an outsider''s: its own) that have the folded needle as their number or hold every word of it, to be joined to payments; as search_products.';
ALTER FUNCTION search_payments(text) OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION search_payments(text) TO nextgen_server, nextgen_reader;

-- Without what nearly all rows have: that is found soon by walking back from the newest.
CREATE INDEX orders_channel ON orders (tenant_id, channel, id) WHERE channel <> 'shop';
CREATE INDEX orders_fulfilment ON orders (tenant_id, fulfilment_status, id) WHERE fulfilment_status IN ('partly_fulfilled', 'returned');
CREATE INDEX orders_refunded ON orders (tenant_id, payment_status, id) WHERE payment_status IN ('partly_refunded', 'refunded');
CREATE INDEX payments_method ON payments (tenant_id, method, id) WHERE method <> 'gateway';
COMMENT ON INDEX orders_channel IS 'Filters for all channels but the usual one.';
COMMENT ON INDEX orders_fulfilment IS 'Filters for what rarely happens to goods.';
COMMENT ON INDEX orders_refunded IS 'Filters for money given back.';
COMMENT ON INDEX payments_method IS 'Filters for all methods but the usual one.';

-- A search finds few, or more than a page shows. Taken for a thousand, PostgreSQL walked a million orders for the one that was found.
ALTER FUNCTION search_products(text) ROWS 20;
ALTER FUNCTION search_users(text) ROWS 20;
ALTER FUNCTION search_orders(text) ROWS 20;
ALTER FUNCTION search_payments(text) ROWS 20;
