-- What every table, key, index, view and function of the database keeps to, read off the catalogue: a new one that forgets a rule
-- fails here.
\ir prelude.psql
SELECT no_plan();

-- Row-level security.
SELECT ok(c.relrowsecurity AND c.relforcerowsecurity, t.name || ': row-level security is forced')
  FROM tenant_tables t JOIN pg_class c ON c.oid = t.oid ORDER BY t.name;
SELECT ok(EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'app' AND p.tablename = t.name AND p.policyname = 'tenant' AND p.permissive = 'RESTRICTIVE'
                     AND p.cmd = 'ALL' AND p.roles = '{public}' AND p.with_check = p.qual
                     AND p.qual = '(tenant_id = ( SELECT (NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))::bigint AS "nullif"))'),
          t.name || ': the tenant''s rule, reading and writing')
  FROM tenant_tables t ORDER BY t.name;
SELECT ok(EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'app' AND p.tablename = c.relname AND p.policyname = 'scope' AND p.permissive = 'RESTRICTIVE'
                     AND p.cmd = 'ALL' AND p.qual LIKE '%app.dealer_id%app.vendor_id%app.executor_id%app.customer_id%' AND p.with_check LIKE '%app.customer_id%'),
          c.relname || ': a rule for outsiders')
  FROM pg_class c WHERE c.oid IN (SELECT oid FROM tenant_tables) OR c.oid = 'app.tenants'::regclass ORDER BY c.relname;
SELECT is_empty($$SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
                   WHERE c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p')
                     AND NOT coalesce(a.attoptions @> ARRAY['n_distinct=1', 'n_distinct_inherited=1'], false)$$,
                'every table and every month of it is planned for its largest tenant');
SELECT is_empty($$SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'app' AND permissive = 'PERMISSIVE' AND policyname <> 'base'$$, 'nothing widens the rules');

-- Partitions: found only through their table.
SELECT ok(c.relrowsecurity AND c.relforcerowsecurity AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = c.oid), c.relname || ': closed to whoever names it')
  FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid JOIN pg_class p ON p.oid = i.inhparent AND p.relkind = 'p' WHERE c.relkind = 'r' ORDER BY c.relname;
SELECT is_empty($$SELECT c.relname FROM pg_class c WHERE c.relispartition AND c.relkind IN ('r', 'p') AND EXISTS (SELECT FROM aclexplode(c.relacl) a WHERE a.grantee <> c.relowner)$$,
                'no partition is granted to anybody');
SELECT ok(EXISTS (SELECT FROM pg_inherits i JOIN pg_class d ON d.oid = i.inhrelid WHERE i.inhparent = c.oid AND pg_get_expr(d.relpartbound, d.oid) = 'DEFAULT'),
          c.relname || ': a row outside every month is not lost')
  FROM pg_class c WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'p' ORDER BY c.relname;
SELECT ok((SELECT count(*) >= 4 FROM pg_inherits i WHERE i.inhparent = c.oid), c.relname || ': months are made ahead')
  FROM pg_class c WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'p' ORDER BY c.relname;
SELECT is_empty($$SELECT k.conname FROM pg_constraint k WHERE k.contype = 'f' AND k.confrelid IN (SELECT oid FROM pg_class WHERE relkind = 'p') AND k.conparentid = 0$$,
                'nothing refers to a partitioned table as a whole: its months can be detached');

-- Keys: by tenant, so that the tables can be spread over machines by it.
SELECT ok(EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = t.oid AND k.contype = 'p' AND pg_get_constraintdef(k.oid) = 'PRIMARY KEY (tenant_id, id)'),
          t.name || ': keyed by tenant and id')
  FROM tenant_tables t ORDER BY t.name;
SELECT is_empty($$SELECT x.indexrelid::regclass FROM pg_index x JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attname = 'tenant_id'
                    JOIN pg_class c ON c.oid = x.indrelid AND c.relnamespace IN ('app'::regnamespace, 'mv'::regnamespace)
                   WHERE x.indisunique AND NOT a.attnum = ANY (x.indkey::smallint[])$$, 'every unique key holds the tenant');
SELECT is_empty($$SELECT k.conname FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attname = 'tenant_id'
                    JOIN pg_attribute f ON f.attrelid = k.confrelid AND f.attname = 'tenant_id'
                   WHERE k.contype = 'f' AND (NOT a.attnum = ANY (k.conkey) OR NOT f.attnum = ANY (k.confkey))$$, 'every foreign key holds the tenant');
-- Accounts and permissions are never deleted.
SELECT is_empty($$SELECT k.conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid AND c.relnamespace = 'app'::regnamespace AND NOT c.relispartition
                   WHERE k.contype = 'f' AND k.conname NOT IN ('ledger_balances_account_fkey', 'role_permissions_permission_fkey')
                     AND NOT EXISTS (SELECT FROM pg_index x WHERE x.indrelid = k.conrelid AND x.indisvalid
                                        AND (SELECT array_agg(u) FROM unnest((x.indkey::smallint[])[0:least(cardinality(k.conkey), 2) - 1]) u) <@ k.conkey)$$,
                'every foreign key is indexed');
SELECT is_empty($$SELECT x.indexrelid::regclass, t.typname FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid AND c.relnamespace = 'app'::regnamespace
                    JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = ANY (x.indkey::smallint[]) JOIN pg_type t ON t.oid = a.atttypid
                   WHERE t.typtype = 'e' OR t.typname IN ('numeric', 'jsonb') OR t.typelem <> 0 AND t.typname LIKE '\_%'$$,
                'no index holds a type whose comparison row-level security keeps from it');
SELECT is_empty($$SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped JOIN pg_type t ON t.oid = a.atttypid
                   WHERE c.relnamespace IN ('app'::regnamespace, 'mv'::regnamespace) AND c.relkind IN ('r', 'p', 'm') AND (t.typtype = 'e' OR t.typname IN ('numeric', 'money', 'float4', 'timestamp', 'varchar', 'bpchar'))$$,
                'columns are of the types that descriptions know');
SELECT cmp_ok((SELECT count(*) FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid AND c.relnamespace = 'app'::regnamespace AND NOT c.relispartition AND c.relkind IN ('r', 'p')), '>=', 100::bigint,
              'a hundred indexes and more');
SELECT is_empty($$SELECT a.indrelid::regclass, a.indexrelid::regclass FROM pg_index a JOIN pg_class c ON c.oid = a.indrelid AND c.relnamespace = 'app'::regnamespace AND NOT c.relispartition
                   WHERE a.indpred IS NULL AND NOT a.indisunique AND EXISTS (SELECT FROM pg_index b JOIN pg_class d ON d.oid = b.indexrelid JOIN pg_class e ON e.oid = a.indexrelid AND e.relam = d.relam
                     WHERE b.indrelid = a.indrelid AND b.indexrelid <> a.indexrelid AND b.indpred IS NULL
                       AND b.indkey::text || ' ' LIKE a.indkey::text || ' %' AND b.indcollation::text || ' ' LIKE a.indcollation::text || ' %')$$, 'no index is the beginning of another');
SELECT is_empty($$SELECT conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid AND c.relnamespace = 'app'::regnamespace AND NOT c.relispartition
                   WHERE k.contype IN ('c', 'f', 'u', 'p') AND length(k.conname) >= 63$$, 'no name was cut off');

-- Money is never a fraction nor beyond what JSON carries.
SELECT is_empty($$SELECT c.relname, a.attname FROM tenant_tables t JOIN pg_class c ON c.oid = t.oid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND a.attname ~ '(^|_)(amount|price)$'
                   WHERE a.atttypid <> 'bigint'::regtype OR (c.relname NOT IN ('cheque_import_rows', 'discount_counters') AND NOT EXISTS (
                         SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND a.attnum = ANY (k.conkey)
                            AND (pg_get_constraintdef(k.oid) LIKE '%9007199254740991%' OR pg_get_constraintdef(k.oid) LIKE '%(' || a.attname || ' <= amount)%')))$$,
                'amounts are whole rials that JSON can carry');

-- Business records count versions, are dated and audited.
SELECT is_empty($$SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'app'::regnamespace AND EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgname = 'touch') AND NOT c.relispartition
                     AND (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('version', 'created_at', 'updated_at') AND a.attnotnull) <> 3$$,
                'what is edited has a version and dates');
SELECT set_eq($$SELECT t.name FROM tenant_tables t WHERE NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = t.oid AND g.tgname IN ('audit', 'keep'))$$,
              ARRAY['carts', 'cart_items', 'wishlists', 'wishlist_items', 'review_helpfuls', 'notifications', 'queue_jobs', 'failed_jobs', 'sessions', 'recovery_codes', 'password_resets', 'tenant_keys',
                    'order_idempotencies', 'order_numbers', 'document_counters', 'discount_counters', 'ledger_balances', 'drawer_histories', 'product_search', 'product_stocks', 'cheque_import_rows', 'saved_view_uses', 'record_changes', 'audit_unsealed', 'storage_leftovers'],
              'every business table is audited or history itself; these are working rows');

SELECT is_empty($$SELECT t.name FROM tenant_tables t WHERE t.name <> 'record_notes' -- never changed, and no record of a list
                      AND EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = t.oid AND g.tgname = 'audit')
                     AND (SELECT count(*) FROM pg_trigger g WHERE g.tgrelid = t.oid AND g.tgname IN ('note_insert', 'note_update', 'note_delete')) <> 3$$,
                'whoever looks at what is audited can be told that it changed');

-- What is unreadable in a dump.
SELECT is_empty($$SELECT c.relname, a.attname FROM tenant_tables t JOIN pg_class c ON c.oid = t.oid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                   WHERE (a.attname ~ '(national_id|iban|totp_secret|card_number)$' OR a.attname ~ '_cipher$' AND a.atttypid <> 'bytea'::regtype)$$, 'national ids, IBANs and secrets are ciphertext; cards are masked');

SELECT is_empty($$SELECT a.privilege_type, a.grantee::regrole FROM pg_class c, aclexplode(c.relacl) a WHERE c.oid = 'app.tenant_keys'::regclass AND a.grantee <> c.relowner
                   AND (a.grantee <> 'nextgen_server'::regrole OR a.privilege_type NOT IN ('SELECT', 'INSERT'))$$, 'the server makes keys and reads them; nobody changes them beside the owner');

-- Roles, views, functions.
SELECT is_empty($$SELECT c.relname, a.grantee::regrole, a.privilege_type FROM pg_class c, aclexplode(c.relacl) a WHERE c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
                   AND (a.privilege_type IN ('TRUNCATE', 'REFERENCES', 'TRIGGER') AND a.grantee <> c.relowner OR a.grantee = 'nextgen_reader'::regrole AND a.privilege_type <> 'SELECT'
                        OR a.grantee = 0 AND c.relname <> 'schema_migrations')$$, 'nobody has more than he needs');
SELECT is_empty($$SELECT c.relname FROM pg_class c WHERE c.relkind = 'm' AND EXISTS (SELECT FROM aclexplode(c.relacl) a WHERE a.grantee <> c.relowner)$$, 'materialized views are granted to nobody');
SELECT is_empty($$SELECT rolname FROM pg_roles WHERE rolname IN ('nextgen_server', 'nextgen_reader') AND has_schema_privilege(rolname, 'mv', 'usage')$$, 'nor is their schema');
SELECT is_empty($$SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'app'::regnamespace AND c.relkind = 'v'
                   AND NOT (c.reloptions @> ARRAY['security_barrier=true'] AND pg_get_viewdef(c.oid) LIKE '%app.tenant_id%' OR c.reloptions @> ARRAY['security_invoker=true'])$$,
                'views keep to the tenant');
SELECT is_empty($$SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.prosecdef AND (NOT EXISTS (SELECT FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=pg_catalog, %, pg_temp')
                      OR p.proowner <> 'nextgen_definer'::regrole AND p.proname <> 'ensure_partitions')$$, 'functions that see more are fenced in');
SELECT is_empty($$SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND has_function_privilege('public', p.oid, 'execute')$$, 'and are nobody''s by default');
SELECT is_empty($$SELECT p.proname, r FROM pg_proc p, unnest(ARRAY['nextgen_server', 'nextgen_reader']) r WHERE p.pronamespace = 'app'::regnamespace AND has_function_privilege(r, p.oid, 'execute')
                   AND p.proname IN ('find_matches', 'find_numbered', 'protect_table', 'note_table', 'scope_table', 'partition_table', 'harden_partition', 'expect_one_tenant', 'detach_partition', 'create_tenant')$$, 'what arranges the database is the owner''s');

-- Everything says what it is. These columns speak for themselves; so does a foreign key.
SELECT is_empty($$SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                   WHERE c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'schema_migrations' AND col_description(c.oid, a.attnum) IS NULL
                     AND a.attname !~ '^(tenant_id|id|version|[a-z_]+_at|title|title_fa|title_en|is_active|status|position|note|name|description|description_fa|description_en|code|slug|quantity|kind|email|phone|mobile|province|city|address|postal_code|actor_id|request_id|starts_on|ends_on|weight_grams|occurred_on|issued_on)$'
                     AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY (k.conkey))$$, 'every column that does not speak for itself is explained');
SELECT is_empty($$SELECT c.relname FROM pg_class c WHERE c.relnamespace IN ('app'::regnamespace, 'mv'::regnamespace) AND c.relkind IN ('r', 'p', 'v', 'm') AND obj_description(c.oid, 'pg_class') IS NULL$$,
                'every table and view says what it is');
SELECT is_empty($$SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.prorettype <> 'trigger'::regtype AND obj_description(p.oid, 'pg_proc') IS NULL$$, 'so does every function');
SELECT is_empty($$SELECT n FROM unnest(ARRAY['tenants', 'users', 'sessions', 'user_role_assignments', 'addresses', 'vendors', 'categories', 'products', 'product_tier_prices', 'inventory_logs',
                    'brands', 'attribute_groups', 'attributes', 'product_attribute_values', 'orders', 'order_items', 'order_idempotencies', 'payments', 'proforma_invoices', 'proforma_invoice_items',
                    'invoices', 'invoice_items', 'dealer_profiles', 'cheques', 'cheque_events', 'executor_profiles', 'projects', 'project_bids', 'project_milestones', 'warranties', 'warranty_claims',
                    'reviews', 'review_helpfuls', 'carts', 'cart_items', 'wishlists', 'wishlist_items', 'discounts', 'discount_usages', 'shipping_methods', 'shipping_zones', 'pages', 'banners', 'media',
                    'spatial_assets', 'permissions', 'role_permissions', 'audit_logs', 'system_events', 'performance_metrics', 'notifications', 'settings', 'email_templates', 'sms_templates',
                    'queue_jobs', 'failed_jobs', 'top_products', 'order_statistics']) n WHERE to_regclass('app.' || n) IS NULL$$, 'the tables of the marketplace are there');

SELECT * FROM finish();
ROLLBACK;
