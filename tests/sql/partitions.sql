-- Months: made ahead, filled from the default partition when they come late, detached when they are old.
\ir prelude.psql
SELECT plan(22);

SELECT is(ensure_partitions(3), 0, 'this month and three ahead are there');
SELECT cmp_ok(ensure_partitions(5), '>', 0, 'more can be made ahead');
SELECT is(ensure_partitions(5), 0, 'and not twice');
SELECT throws_ok('SELECT ensure_partitions(25)', '22023', NULL, 'not without end');
SELECT is(pg_temp.attempt('{}', 'SELECT ensure_partitions(6)'), '1', 'the server makes them');
SELECT is(pg_temp.attempt('{}', $$SELECT detach_partition('orders', '2026-11-01')$$), '42501', 'and does not take them away');

-- An order of a month that was not made: nothing is lost.
CREATE TEMPORARY TABLE old AS SELECT id_floor('2024-05-10 12:00+00') + 7 AS id;
INSERT INTO orders (tenant_id, id, order_number, checkout_id, vendor_id, customer_id, buyer_name, ordered_on, items_amount, total_amount)
SELECT pg_temp.alpha('tenant'), id, 'O-OLD', id, pg_temp.alpha('vendor'), pg_temp.alpha('customer'), 'x', '2024-05-10', 1000, 1000 FROM old;
INSERT INTO order_items (tenant_id, id, order_id, vendor_id, product_id, sku, title_fa, quantity, unit_price, total_amount)
SELECT pg_temp.alpha('tenant'), next_id_beside(id), id, pg_temp.alpha('vendor'), pg_temp.alpha('product'), 'x', 'x', 1, 1000, 1000 FROM old;
INSERT INTO inventory_logs (tenant_id, id, product_id, vendor_id, kind, quantity_change, occurred_on)
SELECT pg_temp.alpha('tenant'), id, pg_temp.alpha('product'), pg_temp.alpha('vendor'), 'receipt', 5, '2024-05-10' FROM old;
SELECT is((SELECT o.tableoid::regclass::text FROM orders o, old WHERE o.id = old.id), 'orders_default', 'it waits in the default partition');
SELECT is(pg_temp.refused($$INSERT INTO order_items (tenant_id, id, order_id, vendor_id, product_id, sku, title_fa, quantity, unit_price, total_amount)
                            SELECT pg_temp.alpha('tenant'), old.id + 1, old.id + 1, pg_temp.alpha('vendor'), pg_temp.alpha('product'), 'x', 'x', 1, 1000, 1000 FROM old$$),
          'order_items_default_parent_fkey', 'a line needs its order there, too');
CREATE TEMPORARY TABLE before AS SELECT (SELECT count(*) FROM audit_logs) AS audited, (SELECT on_hand FROM product_stocks WHERE id = pg_temp.alpha('product')) AS on_hand;
SELECT cmp_ok(ensure_partitions(3, '2024-05-01'), '>', 20, 'months of the past can be made');
SELECT is((SELECT o.tableoid::regclass::text FROM orders o, old WHERE o.id = old.id), 'orders_2024_05', 'and take the rows that waited');
SELECT is((SELECT i.tableoid::regclass::text FROM order_items i, old WHERE i.order_id = old.id), 'order_items_2024_05', 'with their lines');
SELECT is((SELECT l.tableoid::regclass::text FROM inventory_logs l, old WHERE l.id = old.id), 'inventory_logs_2024_05', 'and history');
SELECT is((SELECT count(*) FROM orders_default) + (SELECT count(*) FROM order_items_default) + (SELECT count(*) FROM inventory_logs_default), 0::bigint, 'none stays behind');
SELECT is((SELECT (audited, on_hand) FROM before), ((SELECT count(*) FROM audit_logs), (SELECT on_hand FROM product_stocks WHERE id = pg_temp.alpha('product'))),
          'moving a row is no event: nothing is audited or counted again');
SELECT is(pg_temp.refused('DELETE FROM inventory_logs_2024_05'), '42501', 'history stays history in a month');
SELECT is(pg_temp.refused('DELETE FROM inventory_logs_default'), '42501', 'and in the default partition');
SELECT is(pg_temp.refused($$INSERT INTO order_items (tenant_id, id, order_id, vendor_id, product_id, sku, title_fa, quantity, unit_price, total_amount)
                            SELECT pg_temp.alpha('tenant'), old.id + 1, old.id + 1, pg_temp.alpha('vendor'), pg_temp.alpha('product'), 'x', 'x', 1, 1000, 1000 FROM old$$),
          'order_items_2024_05_parent_fkey', 'a line needs its order in its month');
UPDATE orders SET note = 'x' WHERE order_number = 'O-OLD';
SELECT is((SELECT version FROM orders WHERE order_number = 'O-OLD'), 2, 'triggers work in the month');

SELECT is(detach_partition('orders', '2024-05-01')::text, 'archive.orders_2024_05', 'a month can be taken away');
SELECT is((SELECT count(*) FROM orders o, old WHERE o.id = old.id) + (SELECT count(*) FROM order_items i, old WHERE i.order_id = old.id), 0::bigint, 'with the lines that belong to it');
SELECT is((SELECT count(*) FROM archive.orders_2024_05) + (SELECT count(*) FROM archive.order_items_2024_05), 2::bigint, 'which lie in the archive');
SELECT is(ensure_partitions(3, '2024-05-01'), 0, 'and it is not made anew');

SELECT * FROM finish();
ROLLBACK;
