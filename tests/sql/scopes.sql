-- Outsiders within a tenant: a vendor's, a dealer's or an executor's people and customers see what is theirs and what is for
-- all, and a table that says nothing of them shows them nothing.
\ir prelude.psql
SELECT no_plan();

CREATE FUNCTION pg_temp.as_one(kind text, who text) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('tenant_id', pg_temp.alpha('tenant'), kind || '_id', pg_temp.alpha(who))
$$;

-- What a stranger of each kind sees: somebody of that kind whom no row belongs to. Every table that is not named here shows
-- nothing; a new table is named here only with a reason.
CREATE TEMPORARY TABLE shared (name text, kinds text[]);
INSERT INTO shared VALUES
    ('tenants', '{vendor,dealer,executor,customer}'), ('order_idempotencies', '{vendor,dealer,executor,customer}'),
    ('categories', '{vendor,dealer,executor,customer}'), ('brands', '{vendor,dealer,executor,customer}'),
    ('attribute_groups', '{vendor,dealer,executor,customer}'), ('attributes', '{vendor,dealer,executor,customer}'),
    ('attribute_choices', '{vendor,dealer,executor,customer}'), ('category_attributes', '{vendor,dealer,executor,customer}'),
    ('shipping_methods', '{vendor,dealer,executor,customer}'), ('shipping_zones', '{vendor,dealer,executor,customer}'),
    ('shipping_zone_regions', '{vendor,dealer,executor,customer}'), ('shipping_rates', '{vendor,dealer,executor,customer}'),
    ('tax_rates', '{vendor,dealer,executor,customer}'), ('document_counters', '{vendor,dealer,executor,customer}'),
    ('review_helpfuls', '{vendor,dealer,executor,customer}'), ('ledger_accounts', '{dealer}'), ('bank_holidays', '{dealer}'),
    ('banners', '{dealer,customer}'), ('products', '{dealer,customer}'), ('product_attribute_values', '{dealer,customer}'),
    ('product_media', '{dealer,customer}'), ('product_stocks', '{dealer,customer}');
SELECT is(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant'), kind || '_id', 0), format('SELECT FROM app.%I LIMIT 1', t.name)),
          CASE WHEN kind = ANY (coalesce(s.kinds, '{}')) THEN '1' ELSE '0' END,
          t.name || ': seen by another ' || kind || ', or not')
  FROM tenant_tables t
 CROSS JOIN unnest(ARRAY['vendor', 'dealer', 'executor', 'customer']) kind
  LEFT JOIN shared s ON s.name = t.name
 ORDER BY t.name, kind;

-- What each sees of its own.
CREATE TEMPORARY TABLE owned (kind text, who text, name text, rows text);
INSERT INTO owned VALUES
    ('vendor', 'vendor', 'vendors', '1'), ('vendor', 'vendor', 'vendor_bank_accounts', '1'), ('vendor', 'vendor', 'vendor_payouts', '1'),
    ('vendor', 'vendor', 'products', '1'), ('vendor', 'vendor', 'product_search', '1'), ('vendor', 'vendor', 'product_tier_prices', '2'),
    ('vendor', 'vendor', 'product_stocks', '1'), ('vendor', 'vendor', 'inventory_logs', '1'), ('vendor', 'vendor', 'media', '1'),
    ('vendor', 'vendor', 'spatial_assets', '1'), ('vendor', 'vendor', 'orders', '1'), ('vendor', 'vendor', 'order_items', '1'),
    ('vendor', 'vendor', 'order_events', '1'), ('vendor', 'vendor', 'order_numbers', '1'), ('vendor', 'vendor', 'invoices', '1'),
    ('vendor', 'vendor', 'invoice_items', '1'), ('vendor', 'vendor', 'warranties', '1'), ('vendor', 'vendor', 'warranty_claims', '1'),
    ('vendor', 'vendor', 'reviews', '1'), ('vendor', 'vendor', 'top_products', '1'), ('vendor', 'vendor', 'vendor_cards', '2'),
    ('vendor', 'rival', 'vendors', '1'), ('vendor', 'rival', 'products', '1'), ('vendor', 'rival', 'vendor_bank_accounts', '0'),
    ('vendor', 'rival', 'vendor_payouts', '0'), ('vendor', 'rival', 'orders', '0'), ('vendor', 'rival', 'order_items', '0'),
    ('vendor', 'rival', 'inventory_logs', '0'), ('vendor', 'rival', 'product_tier_prices', '0'), ('vendor', 'rival', 'media', '0'),
    ('vendor', 'rival', 'top_products', '0'), ('vendor', 'rival', 'order_statistics', '0'), ('vendor', 'vendor', 'cheques', '0'),
    ('vendor', 'vendor', 'users', '0'), ('vendor', 'vendor', 'payments', '0'), ('vendor', 'vendor', 'audit_logs', '0'),
    ('executor', 'executor', 'executor_profiles', '1'), ('executor', 'executor', 'projects', '1'), ('executor', 'executor', 'project_bids', '1'),
    ('executor', 'peer', 'executor_profiles', '1'), ('executor', 'peer', 'projects', '0'), ('executor', 'peer', 'project_bids', '0'),
    ('dealer', 'dealer', 'dealer_profiles', '1'), ('dealer', 'dealer', 'cheques', '1'), ('dealer', 'dealer', 'ledger_lines', '2'),
    ('dealer', 'dealer', 'ledger_balances', '1'), ('dealer', 'dealer', 'ledger_entries', '2'), ('dealer', 'dealer', 'ledger_reversals', '0'),
    ('dealer', 'dealer', 'product_tier_prices', '1'), ('dealer', 'dealer', 'proforma_invoices', '0'), ('dealer', 'dealer', 'vendors', '0'),
    ('customer', 'customer', 'orders', '1'), ('customer', 'customer', 'order_items', '1'), ('customer', 'customer', 'order_events', '0'),
    ('customer', 'customer', 'addresses', '1'), ('customer', 'customer', 'carts', '1'), ('customer', 'customer', 'cart_items', '1'),
    ('customer', 'customer', 'wishlists', '1'), ('customer', 'customer', 'wishlist_items', '1'), ('customer', 'customer', 'reviews', '1'),
    ('customer', 'customer', 'payments', '1'), ('customer', 'customer', 'payment_allocations', '1'), ('customer', 'customer', 'invoices', '0'),
    ('customer', 'customer', 'warranties', '1'), ('customer', 'customer', 'projects', '1'), ('customer', 'customer', 'project_milestones', '1'),
    ('customer', 'customer', 'vendors', '0'), ('customer', 'customer', 'products', '1'), ('customer', 'customer', 'settings', '0'),
    ('customer', 'customer', 'top_products', '0');
DO $$ BEGIN PERFORM refresh_statistics(); END $$;
SELECT is(pg_temp.visible(pg_temp.as_one(kind, who), format('SELECT FROM app.%I', name)), rows, format('%s %s sees %s of %s', kind, who, rows, name))
  FROM owned ORDER BY kind, who, name;

SELECT is(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant'), 'customer_id', 0, 'actor_id', pg_temp.alpha('customer')), 'SELECT FROM ' || name), '1',
          name || ': a person sees his own')
  FROM unnest(ARRAY['users', 'sessions', 'recovery_codes', 'notifications']) name;
SELECT is(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant'), 'vendor_id', pg_temp.alpha('rival'), 'customer_id', pg_temp.alpha('customer')),
                          'SELECT FROM orders'), '1', 'who is narrowed twice sees what either may');
SELECT is(pg_temp.visible(pg_temp.as_one('vendor', 'rival'), 'SELECT search_products(''kala'')'), '1', 'a vendor searches its own products');
SELECT is(pg_temp.visible(pg_temp.as_one('vendor', 'rival'), 'SELECT search_orders(''buyer'')'), '0', 'a vendor searches its own orders');
SELECT is(pg_temp.visible(pg_temp.as_one('vendor', 'rival'), 'SELECT search_orders(''o-1'')'), '0', 'and finds no other''s by its number');
SELECT is(pg_temp.visible(pg_temp.as_one('customer', 'customer'), 'SELECT search_orders(''o-1'')'), '1', 'a customer finds an order by its number');
SELECT is(pg_temp.visible(pg_temp.as_one('customer', 'customer'), 'SELECT search_payments(''pay-1'')'), '1', 'and a payment');
SELECT is(pg_temp.visible(pg_temp.as_one('dealer', 'dealer'), 'SELECT search_payments(''pay-1'')'), '0', 'which nobody else does');

-- What they write.
SELECT is(pg_temp.attempt(jsonb_build_object('tenant_id', pg_temp.alpha('tenant'), 'customer_id', 0, 'actor_id', pg_temp.alpha(who)),
                          'UPDATE notifications SET read_at = now()'), touched, who || ' reads his own notices and no other''s')
  FROM (VALUES ('customer', '1'), ('dealer', '0')) v (who, touched);
SELECT is(pg_temp.attempt(jsonb_build_object('tenant_id', pg_temp.alpha('tenant'), 'customer_id', 0, 'actor_id', 0),
                          format('INSERT INTO notifications (tenant_id, user_id, channel, code, body) VALUES (%s, %s, ''in_app'', ''x'', ''b'')',
                                 pg_temp.alpha('tenant'), pg_temp.alpha('customer'))), '42501', 'nobody writes into another''s inbox');
SELECT is(pg_temp.attempt(pg_temp.as_one('vendor', 'vendor'), 'UPDATE products SET price = 2'), '1', 'a vendor prices its own goods');
SELECT is(pg_temp.attempt(pg_temp.as_one('vendor', 'vendor'), format('UPDATE products SET vendor_id = %s', pg_temp.alpha('rival'))), '42501', 'and gives them to nobody');
SELECT is(pg_temp.attempt(pg_temp.as_one('vendor', 'vendor'), 'UPDATE vendors SET commission_bp = 0'), '42501', 'a vendor does not set its commission');
SELECT is(pg_temp.attempt(pg_temp.as_one('vendor', 'vendor'), 'UPDATE vendor_bank_accounts SET status = ''retired'''), '42501', 'nor approved bank accounts');
SELECT is(pg_temp.attempt(pg_temp.as_one('vendor', 'vendor'), 'UPDATE vendor_payouts SET note = ''x'''), '42501', 'nor payouts');
SELECT is(pg_temp.attempt(pg_temp.as_one('vendor', 'vendor'), 'UPDATE categories SET position = 1'), '42501', 'nor categories');
SELECT is(pg_temp.attempt(pg_temp.as_one('customer', 'customer'), 'UPDATE products SET price = 1'), '42501', 'a customer prices nothing');
SELECT is(pg_temp.attempt(pg_temp.as_one('customer', 'customer'), 'DELETE FROM product_media'), '0', 'a customer deletes nothing that he only sees');
SELECT is(pg_temp.attempt(pg_temp.as_one('customer', 'customer'), 'DELETE FROM cart_items'), '1', 'a customer empties his cart');
SELECT is(pg_temp.attempt(pg_temp.as_one('customer', 'customer'), 'UPDATE payments SET status = ''verified'', paid_at = now(), verified_at = now()'), '42501',
          'a customer does not say that he paid');
SELECT is(pg_temp.attempt(pg_temp.as_one('customer', 'customer'), 'UPDATE reviews SET status = ''published'', published_at = now()'), '42501', 'nor that his review is fine');
SELECT is(pg_temp.attempt(pg_temp.as_one('executor', 'executor'),
          'UPDATE project_bids SET status = ''submitted'', amount = 10, duration_days = 3, submitted_at = now()'), '1', 'an executor bids where it was invited');
SELECT is(pg_temp.attempt(pg_temp.as_one('executor', 'executor'),
          'UPDATE project_bids SET status = ''accepted'', amount = 10, duration_days = 3, submitted_at = now(), decided_at = now()'), '42501', 'and does not accept itself');
SELECT is(pg_temp.attempt(pg_temp.as_one('customer', 'customer'),
          format('INSERT INTO addresses (tenant_id, user_id, recipient_name, mobile, province, city, address) VALUES (%s, %s, ''x'', ''09120000000'', ''x'', ''x'', ''x'')',
                 pg_temp.alpha('tenant'), pg_temp.alpha('staff'))), '42501', 'a customer writes no address for others');

-- Sessions tell what a person is narrowed to.
CREATE FUNCTION pg_temp.session_of(who text, roles text[]) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    answer text;
BEGIN
    DELETE FROM user_role_assignments WHERE tenant_id = pg_temp.alpha('tenant') AND user_id = pg_temp.alpha(who);
    INSERT INTO user_role_assignments (tenant_id, user_id, role, dealer_id)
    SELECT pg_temp.alpha('tenant'), pg_temp.alpha(who), r, CASE WHEN r = 'DEALER' THEN pg_temp.alpha('dealer') END FROM unnest(roles) r;
    INSERT INTO sessions (tenant_id, user_id, token_hash, expires_at) VALUES (pg_temp.alpha('tenant'), pg_temp.alpha(who), sha256('session'), now() + interval '1 day');
    SELECT concat_ws(' ', CASE WHEN dealer_id = pg_temp.alpha('dealer') THEN 'dealer' END, CASE vendor_id WHEN 0 THEN 'no vendor' END,
                     CASE executor_id WHEN 0 THEN 'no executor' END, CASE WHEN customer_id = pg_temp.alpha(who) THEN 'customer' END)
      INTO answer FROM resolve_session(sha256('session'));
    DELETE FROM sessions WHERE token_hash = sha256('session');
    RETURN answer;
END $$;
SELECT is(pg_temp.session_of('staff', '{ADMIN}'), '', 'staff are not narrowed');
SELECT is(pg_temp.session_of('staff', '{DEALER,CLERK}'), '', 'a role of the staff lifts it');
SELECT is(pg_temp.session_of('staff', '{DEALER}'), 'dealer customer', 'a dealer''s person stays with the dealer');
SELECT is(pg_temp.session_of('staff', '{DEALER,CUSTOMER}'), 'dealer customer', 'as does one who is a customer, too');
SELECT is(pg_temp.session_of('staff', '{VENDOR}'), 'no vendor customer', 'a vendor''s person of no vendor sees no vendor''s rows');
SELECT is(pg_temp.session_of('staff', '{EXECUTOR}'), 'no executor customer', 'nor an executor''s');
SELECT is(pg_temp.session_of('staff', '{}'), 'customer', 'whoever has no role is an outsider');

-- A role that is over gives nothing, and a session unused for too long is none.
CREATE FUNCTION pg_temp.resolved(role_ends interval, seen interval) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    answer text;
BEGIN
    DELETE FROM user_role_assignments WHERE tenant_id = pg_temp.alpha('tenant') AND user_id = pg_temp.alpha('staff');
    INSERT INTO user_role_assignments (tenant_id, user_id, role, expires_at) VALUES (pg_temp.alpha('tenant'), pg_temp.alpha('staff'), 'ADMIN', now() + role_ends);
    INSERT INTO sessions (tenant_id, user_id, token_hash, created_at, last_seen_at, expires_at, idle_seconds)
    VALUES (pg_temp.alpha('tenant'), pg_temp.alpha('staff'), sha256('session'), now() - interval '2 hours', now() - seen, now() + interval '1 day', 3600);
    SELECT concat_ws(' ', CASE WHEN customer_id IS NULL THEN 'staff' ELSE 'outsider' END, roles::text, CASE WHEN cardinality(permissions) > 0 THEN 'with rights' END)
      INTO answer FROM resolve_session(sha256('session'));
    DELETE FROM sessions WHERE token_hash = sha256('session');
    RETURN answer;
END $$;
SELECT is(pg_temp.resolved('1 hour', '10 minutes'), 'staff {ADMIN} with rights', 'a role holds until its end');
SELECT is(pg_temp.resolved(NULL, '10 minutes'), 'staff {ADMIN} with rights', 'or for good');
SELECT is(pg_temp.resolved('-1 second', '10 minutes'), 'outsider {}', 'then it gives nothing');
SELECT is(pg_temp.resolved('1 hour', '61 minutes'), NULL, 'a session unused for an hour is over');
SELECT is(pg_temp.resolved('1 hour', NULL), NULL, 'also one that was never used');
DELETE FROM user_role_assignments WHERE tenant_id = pg_temp.alpha('tenant') AND user_id = pg_temp.alpha('staff');

-- Notes: the staff's are the staff's, and nobody changes one.
SELECT is(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), 'SELECT FROM app.record_notes'), '2', 'staff read all notes');
SELECT is(pg_temp.visible(pg_temp.as_one('customer', 'customer') || jsonb_build_object('actor_id', pg_temp.alpha('customer')), 'SELECT FROM app.record_notes'), '1',
          'an outsider reads their own notes alone');
SELECT is(pg_temp.attempt(pg_temp.as_one('customer', 'customer') || jsonb_build_object('actor_id', pg_temp.alpha('customer')), 'DELETE FROM app.record_notes'), '1',
          'and takes back no other');
SELECT is(pg_temp.attempt(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), $$UPDATE app.record_notes SET body = 'changed'$$), '42501', 'nobody changes a note');

-- Files: the same, and what a file is does not change.
SELECT is(pg_temp.visible(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), 'SELECT FROM app.record_files'), '2', 'staff see all files');
SELECT is(pg_temp.visible(pg_temp.as_one('customer', 'customer') || jsonb_build_object('actor_id', pg_temp.alpha('customer')), 'SELECT FROM app.record_files'), '1',
          'an outsider sees their own alone');
SELECT is(pg_temp.attempt(pg_temp.as_one('customer', 'customer') || jsonb_build_object('actor_id', pg_temp.alpha('customer')),
                          format('UPDATE app.record_files SET removed_at = now(), removed_by = %s', pg_temp.alpha('customer'))), '1', 'and removes no other');
SELECT is(pg_temp.attempt(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), $$UPDATE app.record_files SET storage_key = 'other'$$), '42501', 'nobody puts other bytes under a name');
SELECT is(pg_temp.attempt(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), 'DELETE FROM app.record_files'), '42501', 'or deletes the trace of a file');
SELECT is((SELECT count(*) FROM due_leftovers(1000) WHERE storage_key IN ('c', 'd')), 2::bigint, 'what is due is swept, of each tenant, and nothing else');
SELECT lives_ok(format('SELECT forget_leftover(%s, id) FROM storage_leftovers', pg_temp.alpha('tenant')), 'a sweep strikes off');
SELECT is((SELECT count(*) FROM storage_leftovers WHERE storage_key = 'c'), 2::bigint, 'nothing that is not due');

SELECT * FROM finish();
ROLLBACK;
