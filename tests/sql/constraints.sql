-- Nonsense is refused by the database itself, and by the constraint that is meant to.
\ir prelude.psql
SELECT no_plan();

CREATE TEMPORARY TABLE nonsense (rule text, statement text);
INSERT INTO nonsense VALUES
    -- vendors
    ('vendors_slug_key', $$UPDATE vendors SET slug = 'v1' WHERE code = 'V2'$$),
    ('vendors_approved_once', $$UPDATE vendors SET approved_at = NULL$$),
    ('vendors_refused_with_reason', $$UPDATE vendors SET status = 'suspended'$$),
    ('vendors_commission_bp_range', $$UPDATE vendors SET commission_bp = 10001$$),
    ('vendors_national_id_whole', $$UPDATE vendors SET national_id_cipher = '\x01'$$),
    ('vendor_bank_accounts_two_people', $$UPDATE vendor_bank_accounts SET approved_by = requested_by$$),
    ('vendor_payouts_sum', $$UPDATE vendor_payouts SET amount = amount + 1$$),
    ('vendor_payouts_completed', $$UPDATE vendor_payouts SET status = 'completed'$$),
    ('user_role_assignments_vendor_role', $$UPDATE user_role_assignments SET role = 'ADMIN' WHERE vendor_id IS NOT NULL$$),
    -- people
    ('addresses_one_default', $$INSERT INTO addresses (tenant_id, user_id, recipient_name, mobile, province, city, address, is_default)
                                SELECT tenant_id, user_id, 'x', '09120000000', 'x', 'x', 'x', true FROM addresses$$),
    ('addresses_default_is_active', $$UPDATE addresses SET is_active = false$$),
    ('addresses_mobile_form', $$UPDATE addresses SET mobile = '0912'$$),
    ('addresses_postal_code_form', $$UPDATE addresses SET postal_code = '123'$$),
    ('users_national_id_key', $$UPDATE users SET national_id_cipher = '\x01', national_id_index = '\x02', national_id_last4 = '1234'$$),
    -- catalogue
    ('categories_tree', $$UPDATE categories SET parent_id = id$$),
    ('products_slug_key', $$UPDATE products SET slug = 'p'$$),
    ('products_compare_at_price_higher', $$UPDATE products SET compare_at_price = price$$),
    ('products_price_range', $$UPDATE products SET price = 0$$),
    ('products_quantities', $$UPDATE products SET minimum_quantity = 5, maximum_quantity = 4$$),
    ('products_tax_item_id_form', $$UPDATE products SET tax_item_id = '12'$$),
    ('products_rejected_with_reason', $$UPDATE products SET status = 'rejected'$$),
    ('product_attribute_values_one', $$UPDATE product_attribute_values SET value_text = 'x'$$),
    ('product_attribute_values_attribute_fkey', $$UPDATE product_attribute_values SET kind = 'text', choice_id = NULL, value_text = 'x' WHERE choice_id IS NOT NULL$$),
    ('product_tier_prices_step_key', $$UPDATE product_tier_prices SET tier = 'GOLD'$$),
    ('product_tier_prices_dates', $$UPDATE product_tier_prices SET starts_on = '2026-02-01', ends_on = '2026-01-01'$$),
    ('product_stocks_enough', $$INSERT INTO inventory_logs (tenant_id, product_id, vendor_id, kind, reserved_change, occurred_on)
                                SELECT tenant_id, id, vendor_id, 'reserve', 11, '2026-11-20' FROM products WHERE slug = 'p'$$),
    ('inventory_logs_direction', $$INSERT INTO inventory_logs (tenant_id, product_id, vendor_id, kind, quantity_change, occurred_on)
                                   SELECT tenant_id, id, vendor_id, 'sale', 1, '2026-11-20' FROM products$$),
    ('inventory_logs_product_fkey', $$INSERT INTO inventory_logs (tenant_id, product_id, vendor_id, kind, quantity_change, occurred_on)
                                      SELECT p.tenant_id, p.id, v.id, 'receipt', 1, '2026-11-20' FROM products p JOIN vendors v USING (tenant_id) WHERE v.id <> p.vendor_id$$),
    -- shop
    ('discounts_percent_or_amount', $$UPDATE discounts SET amount = 5$$),
    ('discounts_percent_bp_range', $$UPDATE discounts SET percent_bp = 0$$),
    ('discounts_times', $$UPDATE discounts SET ends_at = starts_at$$),
    ('discounts_one_target', $$UPDATE discounts SET applies_to = 'product'$$),
    ('discounts_shares', $$UPDATE discounts SET funded_by = 'shared'$$),
    ('shipping_methods_days', $$UPDATE shipping_methods SET minimum_days = 9, maximum_days = 8$$),
    ('shipping_methods_collect_costs_nothing', $$UPDATE shipping_methods SET kind = 'freight_collect', base_amount = 5$$),
    ('shipping_zone_regions_place_key', $$INSERT INTO shipping_zone_regions (tenant_id, zone_id, province) SELECT tenant_id, zone_id, province FROM shipping_zone_regions$$),
    ('shipping_rates_step_key', $$INSERT INTO shipping_rates (tenant_id, method_id, zone_id, amount) SELECT tenant_id, method_id, zone_id, 5 FROM shipping_rates$$),
    ('pages_published', $$UPDATE pages SET status = 'published'$$),
    ('carts_one_open', $$INSERT INTO carts (tenant_id, customer_id) SELECT tenant_id, customer_id FROM carts$$),
    ('cart_items_quantity_range', $$UPDATE cart_items SET quantity = 0$$),
    ('cart_items_product_key', $$INSERT INTO cart_items (tenant_id, cart_id, product_id, quantity, seen_price) SELECT tenant_id, cart_id, product_id, 1, 1 FROM cart_items$$),
    ('wishlists_one_default', $$INSERT INTO wishlists (tenant_id, customer_id, title, is_default) SELECT tenant_id, customer_id, 'x', true FROM wishlists$$),
    ('email_templates_code_key', $$INSERT INTO email_templates (tenant_id, code, title_fa, subject, body_text) SELECT tenant_id, code, 'x', 'x', 'x' FROM email_templates$$),
    ('sms_templates_approved', $$UPDATE sms_templates SET approval = 'approved'$$),
    -- orders
    ('orders_sum', $$UPDATE orders SET total_amount = total_amount + 1$$),
    ('orders_paid', $$UPDATE orders SET payment_status = 'paid'$$),
    ('orders_refund_within_paid', $$UPDATE orders SET refunded_amount = 1$$),
    ('orders_cancelled', $$UPDATE orders SET status = 'cancelled'$$),
    ('orders_placed', $$UPDATE orders SET placed_at = NULL$$),
    ('orders_times', $$UPDATE orders SET confirmed_at = placed_at - interval '1 day'$$),
    ('orders_whose', $$UPDATE orders SET customer_id = NULL$$),
    ('orders_number_kept', $$UPDATE orders SET order_number = 'X'$$),
    ('order_numbers_order_number_key', $$INSERT INTO orders (tenant_id, order_number, checkout_id, vendor_id, customer_id, buyer_name, ordered_on, items_amount, total_amount)
                                         SELECT tenant_id, order_number, checkout_id, vendor_id, customer_id, 'x', ordered_on, 0, 0 FROM orders WHERE order_number = 'O-1'$$),
    ('order_items_sum', $$UPDATE order_items SET total_amount = 1$$),
    ('order_items_shipped_within', $$UPDATE order_items SET shipped_quantity = 2$$),
    ('order_items_discount_within', $$UPDATE order_items SET discount_amount = 2000, total_amount = 0$$),
    ('order_items_beside_order', $$INSERT INTO order_items (tenant_id, id, order_id, vendor_id, product_id, sku, title_fa, quantity, unit_price, total_amount)
                                   SELECT tenant_id, order_id + (1 << 20), order_id, vendor_id, product_id, 'x', 'x', 1, 1, 1 FROM order_items$$),
    ('discount_usages_limit', $$INSERT INTO discount_usages (tenant_id, discount_id, order_id, dealer_id, amount)
                                SELECT u.tenant_id, u.discount_id, n.id, d.id, 1 FROM discount_usages u JOIN dealer_profiles d USING (tenant_id)
                                 JOIN order_numbers n USING (tenant_id) WHERE n.order_number IN ('O-2', 'O-3')$$),
    ('discount_usages_order_key', $$INSERT INTO discount_usages (tenant_id, discount_id, order_id, customer_id, amount)
                                    SELECT tenant_id, discount_id, order_id, customer_id, 1 FROM discount_usages$$),
    -- money
    ('payments_card_number_masked_form', $$UPDATE payments SET card_number_masked = '6219861234561234'$$),
    ('payments_verified', $$UPDATE payments SET status = 'verified'$$),
    ('payments_by_gateway', $$UPDATE payments SET method = 'cash'$$),
    ('payments_refund', $$UPDATE payments SET direction = 'refund'$$),
    ('payments_allocated_within', $$INSERT INTO payment_allocations (tenant_id, payment_id, order_id, amount)
                                    SELECT p.tenant_id, p.id, n.id, 700 FROM payments p JOIN order_numbers n USING (tenant_id) WHERE n.order_number = 'O-1'$$),
    ('payment_allocations_one_target', $$INSERT INTO payment_allocations (tenant_id, payment_id, amount) SELECT tenant_id, id, 1 FROM payments$$),
    ('payment_allocations_kept', $$UPDATE payment_allocations SET amount = amount + 1$$),
    ('proforma_invoices_numbered', $$UPDATE proforma_invoices SET status = 'issued', issued_on = '2026-11-20', valid_until = '2026-11-30'$$),
    ('invoices_numbered', $$UPDATE invoices SET status = 'issued'$$),
    ('invoices_sum', $$UPDATE invoices SET vat_amount = 99$$),
    ('invoices_net', $$UPDATE invoices SET discount_amount = 1$$),
    ('invoices_settled', $$UPDATE invoices SET settlement = 'mixed', cash_amount = 100, credit_amount = 100$$),
    ('invoices_refers', $$UPDATE invoices SET tax_subject = 'corrective'$$),
    ('invoices_tax_identity', $$UPDATE invoices SET tax_serial = 5$$),
    ('invoices_tax_number_form', $$UPDATE invoices i SET tax_serial = 1, tax_number = 'A11216', tax_memory_id = (SELECT m.id FROM tax_memories m WHERE m.tenant_id = i.tenant_id)$$),
    ('invoice_items_vat', $$UPDATE invoice_items SET vat_amount = 101, total_amount = 1101$$),
    ('invoice_items_gross', $$UPDATE invoice_items SET quantity = 2$$),
    ('tax_submissions_one_open', $$INSERT INTO tax_submissions (tenant_id, invoice_id, request_trace) SELECT tenant_id, invoice_id, gen_random_uuid()::text FROM tax_submissions$$),
    -- projects, warranties, reviews
    ('projects_budget', $$UPDATE projects SET minimum_budget_amount = 2, maximum_budget_amount = 1$$),
    ('projects_awarded', $$UPDATE projects SET status = 'awarded'$$),
    ('project_bids_executor_key', $$INSERT INTO project_bids (tenant_id, project_id, executor_id, status) SELECT tenant_id, project_id, executor_id, 'invited' FROM project_bids$$),
    ('project_bids_submitted', $$UPDATE project_bids SET status = 'submitted'$$),
    ('project_milestones_released', $$UPDATE project_milestones SET status = 'released', done_at = now(), approved_at = now()$$),
    ('warranties_dates', $$UPDATE warranties SET ends_on = starts_on$$),
    ('warranties_serial_number_key', $$INSERT INTO warranties (tenant_id, warranty_number, product_id, vendor_id, serial_number, starts_on, ends_on)
                                       SELECT tenant_id, 'W-2', product_id, vendor_id, serial_number, starts_on, ends_on FROM warranties$$),
    ('warranty_claims_within_warranty', $$UPDATE warranty_claims SET claimed_on = '2027-01-01'$$),
    ('warranty_claims_of_vendor', $$UPDATE warranty_claims SET vendor_id = 0$$),
    ('warranty_claims_resolved', $$UPDATE warranty_claims SET status = 'repaired'$$),
    ('reviews_rating_range', $$UPDATE reviews SET rating = 6$$),
    ('reviews_one_a_person', $$INSERT INTO reviews (tenant_id, product_id, vendor_id, customer_id, author_name, rating) SELECT tenant_id, product_id, vendor_id, customer_id, 'x', 1 FROM reviews$$),
    ('reviews_refused_with_reason', $$UPDATE reviews SET status = 'hidden'$$),
    ('review_helpfuls_one_a_person', $$INSERT INTO review_helpfuls (tenant_id, review_id, customer_id, is_helpful) SELECT tenant_id, review_id, customer_id, false FROM review_helpfuls$$),
    -- the program's own
    ('notifications_whom', $$UPDATE notifications SET user_id = NULL$$),
    ('queue_jobs_locked', $$UPDATE queue_jobs SET status = 'running'$$),
    ('failed_jobs_retried', $$UPDATE failed_jobs SET retried_at = now()$$),
    ('ledger_entry_balanced', $$INSERT INTO ledger_lines (tenant_id, id, entry_id, account_id, dealer_id, amount, posted_on)
                                SELECT tenant_id, next_id_beside(entry_id), entry_id, account_id, dealer_id, 5, posted_on FROM ledger_lines$$),
    ('ledger_lines_beside_entry', $$INSERT INTO ledger_lines (tenant_id, id, entry_id, account_id, dealer_id, amount, posted_on)
                                    SELECT tenant_id, entry_id + (1 << 20), entry_id, account_id, dealer_id, amount, posted_on FROM ledger_lines$$),
    ('ledger_reversals_pkey', $$INSERT INTO ledger_entries (tenant_id, kind, source_kind, source_id, dealer_id, posted_on, reverses_id)
                                SELECT tenant_id, kind, source_kind, source_id, dealer_id, posted_on, reverses_id FROM ledger_entries WHERE reverses_id IS NOT NULL$$),
    ('ledger_entries_reverses', $$INSERT INTO ledger_entries (tenant_id, kind, source_kind, source_id, dealer_id, posted_on, reverses_id)
                                  SELECT tenant_id, kind, source_kind, source_id, dealer_id, posted_on, id + 1 FROM ledger_entries$$),
    ('cheque_events_entry', $$INSERT INTO cheque_events (tenant_id, cheque_id, dealer_id, move, to_status, occurred_on, ledger_entry_id)
                              SELECT tenant_id, cheque_id, dealer_id, move, to_status, occurred_on, ledger_entry_id + 1 FROM cheque_events$$);
INSERT INTO orders (tenant_id, order_number, checkout_id, vendor_id, dealer_id, buyer_name, ordered_on, items_amount, total_amount)
SELECT tenant_id, n, checkout_id, vendor_id, pg_temp.alpha('dealer'), 'x', ordered_on, 0, 0 FROM orders, unnest(ARRAY['O-2', 'O-3']) n WHERE tenant_id = pg_temp.alpha('tenant');
DELETE FROM cart_items WHERE tenant_id = pg_temp.beta('tenant');
SELECT is(pg_temp.refused(statement), rule, rule) FROM nonsense ORDER BY rule;

-- What must work.
SELECT is(pg_temp.refused($$INSERT INTO order_items (tenant_id, id, order_id, vendor_id, product_id, sku, title_fa, quantity, unit_price, total_amount)
                            SELECT tenant_id, next_id_beside(order_id), order_id, vendor_id, product_id, 'x', 'x', 1, 1, 1 FROM order_items$$), '2', 'a line is added beside its order');
SELECT is(pg_temp.refused($$UPDATE invoices SET status = 'issued', number = 1, fiscal_year = 1405, invoice_number = 'INV-1405-1', issued_on = '2026-11-20', issued_at = now()$$), '2',
          'an invoice is issued');
UPDATE invoices SET status = 'issued', number = 1, fiscal_year = 1405, invoice_number = 'INV-1405-1', issued_on = '2026-11-20', issued_at = now();
SELECT is(pg_temp.refused('UPDATE invoices SET buyer_name = ''x'''), 'invoices_kept', 'what was issued is not edited');
SELECT is(pg_temp.refused('UPDATE invoices SET status = ''draft'', number = NULL, invoice_number = '''''), 'invoices_kept', 'nor drawn back');
SELECT is(pg_temp.refused('UPDATE invoice_items SET description = ''x'''), 'invoices_kept', 'nor are its lines');
SELECT is(pg_temp.refused('DELETE FROM invoice_items'), 'invoices_kept', 'which stay');
SELECT is(pg_temp.refused('UPDATE invoices SET paid_amount = 1100, status = ''paid'''), '2', 'it is paid');
SELECT is(pg_temp.refused('UPDATE payment_allocations SET reversed_at = now()'), '2', 'an allocation is reversed');
UPDATE payment_allocations SET reversed_at = now();
SELECT is((SELECT sum(allocated_amount) FROM payments), 0::numeric, 'and its payment is free again');
SELECT is((SELECT on_hand || ' ' || reserved || ' ' || available FROM product_stocks WHERE tenant_id = pg_temp.alpha('tenant') AND id = pg_temp.alpha('product')), '10 0 10', 'stock is the sum of movements');
INSERT INTO inventory_logs (tenant_id, product_id, vendor_id, kind, quantity_change, reserved_change, occurred_on)
SELECT tenant_id, id, vendor_id, k, q, r, '2026-11-20' FROM products, (VALUES ('reserve', 0, 4), ('sale', -3, -3), ('receipt', 5, 0)) m (k, q, r) WHERE slug = 'p';
SELECT is((SELECT on_hand || ' ' || reserved || ' ' || available FROM product_stocks WHERE tenant_id = pg_temp.alpha('tenant') AND id = pg_temp.alpha('product')), '12 1 11', 'several at once, too');
SELECT is(pg_temp.attempt(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), 'UPDATE product_stocks SET on_hand = 99'), '42501', 'the program cannot set stock by hand');
SELECT is((SELECT used_count || ' ' || used_amount FROM discount_counters WHERE tenant_id = pg_temp.alpha('tenant')), '1 100', 'a discount''s use is counted');
UPDATE discount_usages SET reversed_at = now();
SELECT is((SELECT used_count || ' ' || used_amount FROM discount_counters WHERE tenant_id = pg_temp.alpha('tenant')), '0 0', 'and its reversal');
SELECT set_eq($$SELECT take_number('INV', 1405) FROM (SELECT set_config('app.tenant_id', pg_temp.alpha('tenant')::text, true)) s$$, ARRAY[2], 'numbers go on without gaps');

-- History is added to, never edited, by whatever name the table goes.
SELECT is(pg_temp.refused(format(s, t.relname)), '42501', format(s, t.relname) || ' is refused')
  FROM (SELECT DISTINCT c.relname FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid WHERE g.tgname = 'keep') t,
       unnest(ARRAY['UPDATE app.%I SET id = id', 'DELETE FROM app.%I', 'TRUNCATE app.%I CASCADE']) s
 ORDER BY 1;

-- The audit trail.
SELECT is((SELECT table_name || ' ' || (new_values ->> 'buyer_name') FROM audit_logs WHERE tenant_id = pg_temp.alpha('tenant') AND row_id = pg_temp.alpha('order') AND action = 'insert'),
          'orders buyer', 'a partition''s rows are audited under the table''s name');
UPDATE users SET national_id_cipher = '\x0102' WHERE national_id_cipher IS NOT NULL;
SELECT is((SELECT string_agg(old_values::text || new_values, '') FROM audit_logs WHERE tenant_id = pg_temp.alpha('tenant') AND row_id = pg_temp.alpha('customer') AND action = 'update'),
          '{"national_id_cipher": "***"}{"national_id_cipher": "***"}', 'that a secret changed is told, not what it was');
SELECT is((SELECT count(*) FROM audit_logs WHERE new_values ?| ARRAY['national_id_index', 'password_hash', 'search_key']), 0::bigint, 'nor what finds it');
SELECT is(pg_temp.attempt(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), $x$DO $do$ BEGIN
              CREATE TEMPORARY TABLE audit_logs (LIKE app.audit_logs INCLUDING DEFAULTS);
              GRANT ALL ON pg_temp.audit_logs TO PUBLIC;
              UPDATE app.users SET display_name = 'x' WHERE email = 'staff@x.ir';
              IF EXISTS (SELECT FROM pg_temp.audit_logs) THEN RAISE EXCEPTION 'diverted'; END IF;
          END $do$$x$), '0', 'a temporary table does not divert it');
SELECT is(version, 2, 'a change counts the version up') FROM users WHERE tenant_id = pg_temp.alpha('tenant') AND id = pg_temp.alpha('customer');

SELECT * FROM finish();
ROLLBACK;
