-- A tenant's rows are its own, in every table: seen, added, changed and deleted by nobody else.
\ir prelude.psql
SELECT no_plan();

-- The other tenant's rows, for the server to try to add.
DO $$
DECLARE
    one name;
BEGIN
    FOR one IN SELECT name FROM tenant_tables LOOP
        EXECUTE format('CREATE TEMPORARY TABLE %I AS SELECT * FROM app.%I WHERE tenant_id = %s LIMIT 1', 'sample_' || one, one, pg_temp.beta('tenant'));
        EXECUTE format('GRANT SELECT ON pg_temp.%I TO nextgen_server', 'sample_' || one);
    END LOOP;
END $$;

SELECT isnt(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), format('SELECT FROM app.%I', name)), '0', name || ': a tenant sees its rows')
  FROM tenant_tables ORDER BY name;
SELECT is(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), format('SELECT FROM app.%I WHERE tenant_id <> %s', name, pg_temp.alpha('tenant'))),
          '0', name || ': a tenant sees no other''s')
  FROM tenant_tables ORDER BY name;
SELECT is(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), format('SELECT FROM app.%I WHERE tenant_id <> %s', name, pg_temp.alpha('tenant')),
                          'nextgen_reader'), CASE name WHEN 'tenant_keys' THEN '42501' ELSE '0' END, name || ': nor does the reader')
  FROM tenant_tables ORDER BY name;
SELECT is(pg_temp.visible('{}', format('SELECT FROM app.%I', name)), '0', name || ': without a tenant nothing is seen')
  FROM tenant_tables ORDER BY name;
SELECT is(pg_temp.attempt(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')),
              format('INSERT INTO app.%I (%s) SELECT %2$s FROM pg_temp.%3$I', t.name,
                     (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                       WHERE attrelid = t.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''), 'sample_' || t.name)),
          '42501', t.name || ': no row of another''s can be added')
  FROM tenant_tables t ORDER BY t.name;
SELECT ok(pg_temp.attempt(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')),
                          format('UPDATE app.%I SET tenant_id = tenant_id WHERE tenant_id = %s', name, pg_temp.beta('tenant'))) IN ('0', '42501'),
          name || ': no row of another''s can be changed')
  FROM tenant_tables ORDER BY name;
SELECT ok(pg_temp.attempt(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')),
                          format('UPDATE app.%I SET tenant_id = %s', name, pg_temp.beta('tenant'))) = '42501',
          name || ': no row can be given to another')
  FROM tenant_tables ORDER BY name;
SELECT ok(pg_temp.attempt(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')),
                          format('DELETE FROM app.%I WHERE tenant_id = %s', name, pg_temp.beta('tenant'))) IN ('0', '42501'),
          name || ': no row of another''s can be deleted')
  FROM tenant_tables ORDER BY name;

-- Its own, the program adds: a copy of a row fails at its key, not for want of a right. Some are made by others' triggers only.
DO $$
DECLARE
    one name;
BEGIN
    FOR one IN SELECT name FROM tenant_tables LOOP
        EXECUTE format('CREATE TEMPORARY TABLE %I AS SELECT * FROM app.%I WHERE tenant_id = %s LIMIT 1', 'own_' || one, one, pg_temp.alpha('tenant'));
        EXECUTE format('GRANT SELECT ON pg_temp.%I TO nextgen_server', 'own_' || one);
    END LOOP;
END $$;
SELECT is(pg_temp.attempt(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')),
              format('INSERT INTO app.%I (%s) SELECT %2$s FROM pg_temp.%3$I', t.name,
                     (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                       WHERE attrelid = t.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''), 'own_' || t.name)) = '42501',
          t.name IN ('order_numbers', 'product_stocks', 'discount_counters', 'drawer_histories', 'ledger_balances', 'ledger_reversals', 'record_changes', 'audit_unsealed'), t.name || ': the program adds rows, or triggers alone do')
  FROM tenant_tables t ORDER BY t.name;

-- A foreign key that held the id alone would take another tenant's row.
SELECT is(pg_temp.attempt(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')),
                          format('INSERT INTO products (tenant_id, vendor_id, category_id, slug, sku, title_fa, price) VALUES (%s, %s, %s, ''x'', ''X'', ''x'', 1)',
                                 pg_temp.alpha('tenant'), pg_temp.beta('vendor'), pg_temp.alpha('category'))), 'products_vendor_fkey', 'a product cannot name another tenant''s vendor');

SELECT is(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), 'SELECT FROM vendor_cards'), '2', 'vendor_cards keeps to the tenant');
SELECT is(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), 'SELECT search_products(''kala'')'), '2', 'search_products keeps to the tenant');
SELECT is(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), 'SELECT search_orders(''buyer'')'), '1', 'search_orders keeps to the tenant');
SELECT is(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), 'SELECT search_orders(''o-1'')'), '1', 'by number as well');
SELECT is(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), 'SELECT search_payments(''pay-1'')'), '1', 'search_payments keeps to the tenant');
SELECT is(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), 'SELECT search_users(''customer'')'), '1', 'search_users keeps to the tenant');
SELECT is(pg_temp.visible('{}', 'SELECT search_products(''kala'')'), '42501', 'without a tenant nothing is searched');
SELECT lives_ok('SELECT refresh_statistics()');
SELECT is(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), 'SELECT FROM top_products'), '1', 'top_products keeps to the tenant');
SELECT is(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), 'SELECT FROM order_statistics'), '1', 'order_statistics keeps to the tenant');
SELECT is(pg_temp.visible('{}', 'SELECT FROM order_statistics'), '0', 'without a tenant there are no statistics');
SELECT is(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), 'SELECT FROM mv.order_statistics'), '42501', 'the materialized view itself is nobody''s');
SELECT is(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), 'SELECT FROM ' || i.inhrelid::regclass), '42501', i.inhrelid::regclass || ' cannot be read by name')
  FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhparent AND c.relkind = 'p' ORDER BY i.inhrelid::regclass::text;
SELECT is(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), 'SELECT FROM take_jobs(''default'', ''w'', 30, 10)'), '2', 'a worker takes jobs of all tenants');

SELECT is(pg_temp.visible(settings, format('SELECT FROM generate_series(1, send_notice(''x'', '''', NULL, ''t'', ''b'', NULL, NULL, %s, NULL))', pg_temp.alpha('customer'))), told, why)
  FROM (VALUES (jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), '1', 'a notice goes to the tenant''s own people'),
               (jsonb_build_object('tenant_id', pg_temp.beta('tenant')), '0', 'and not to another tenant''s'),
               ('{"tenant_id": ""}', '0', 'without a tenant to nobody')) v (settings, told, why);

SELECT * FROM finish();
ROLLBACK;
