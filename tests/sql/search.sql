-- Searching under row-level security: right, and by the index.
\ir prelude.psql
SELECT no_plan();

SET LOCAL app.bulk_id = '1';
INSERT INTO products (tenant_id, vendor_id, category_id, slug, sku, title_fa, price)
SELECT pg_temp.alpha('tenant'), pg_temp.alpha('vendor'), pg_temp.alpha('category'), 'g' || g, 'G' || g, 'کالا', 1000 FROM generate_series(1, 31000) g;
INSERT INTO product_search (tenant_id, id, vendor_id, search_key)
SELECT tenant_id, id, vendor_id, lower(sku) || ' کالای شماره common ' || CASE WHEN substr(sku, 2)::integer <= 6000 THEN 'middling ' ELSE '' END || CASE WHEN sku LIKE '%777' THEN 'نایاب rare_100%' ELSE '' END FROM products WHERE sku LIKE 'G%';
ANALYZE product_search;
SELECT set_config('app.tenant_id', pg_temp.alpha('tenant')::text, true) \g /dev/null

CREATE FUNCTION pg_temp.hits(needle text) RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM search_products(needle) $$;
SELECT is(pg_temp.hits('نایاب'), 31::bigint, 'a rare word');
SELECT is(pg_temp.hits('شماره نایاب'), 31::bigint, 'every word must be there');
SELECT is(pg_temp.hits('  نایاب   شمار '), 31::bigint, 'in any order, and in parts');
SELECT is(pg_temp.hits('rare_100%'), 31::bigint, 'signs mean themselves');
SELECT is(pg_temp.hits('rare%100'), 0::bigint, 'a percent sign is no wildcard');
SELECT is(pg_temp.hits('rareX100'), 0::bigint, 'nor is an underscore');
SELECT is(pg_temp.hits('a\b'), 0::bigint, 'nor does a backslash escape');
SELECT is(pg_temp.hits(''''), 0::bigint, 'a quote is a sign like others');
SELECT is(pg_temp.hits(''), 0::bigint, 'nothing finds nothing');
SELECT is(pg_temp.hits(repeat('x ', 5000)), 0::bigint, 'a long needle is cut');
SELECT is(pg_temp.hits('g7'), 1111::bigint, 'two letters: what begins with them');
SELECT is(pg_temp.hits('middling'), 5000::bigint, 'a word of many: so many and no more');
SELECT is((SELECT max(found) FROM search_products('middling') found), (SELECT id FROM products WHERE sku = 'G6000'), 'the newest of them');
SELECT is(pg_temp.hits('common'), 5000::bigint, 'a word of nearly all: likewise');
SELECT is((SELECT max(found) FROM search_products('common') found), (SELECT max(id) FROM products), 'the newest of them');

CREATE FUNCTION pg_temp.plan_of(condition text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    line text;
    plan text := '';
BEGIN
    FOR line IN EXECUTE format('EXPLAIN SELECT id FROM app.product_search WHERE tenant_id = %s AND (true) AND (%s) LIMIT 10001', pg_temp.alpha('tenant'), condition) LOOP
        plan := plan || line || E'\n';
    END LOOP;
    RETURN plan;
END $$;
SELECT matches(pg_temp.plan_of('search_key LIKE ''%نایاب%'''), 'product_search_words', 'words go through the trigram index');
SELECT matches(pg_temp.plan_of('search_key ^@ ''g7'''), 'product_search_beginning', 'beginnings through the other');

SELECT * FROM finish();
ROLLBACK;
