-- The demo tenant, for trying the program out. Harmless when run again. Passwords are not here: the program hashes them.
SET LOCAL search_path = app, public;

SELECT create_tenant('nextgen', 'NextGen Marketplace') WHERE NOT EXISTS (SELECT FROM tenants WHERE slug = 'nextgen');
SELECT set_config('app.tenant_id', id::text, true) FROM tenants WHERE slug = 'nextgen';

INSERT INTO dealer_profiles (tenant_id, code, company_name, tier, credit_limit, search_key)
SELECT id, 'D-1001', 'Tech Solutions Iran', 'GOLD', 1000000, 'd-1001 tech solutions iran' FROM tenants WHERE slug = 'nextgen'
ON CONFLICT DO NOTHING;

INSERT INTO users (tenant_id, email, display_name)
SELECT t.id, u.email, u.display_name
  FROM tenants t,
       (VALUES ('admin@nextgen.local', 'مدیر سامانه'),
               ('customer@nextgen.local', 'مشتری نمونه'),
               ('dealer@nextgen.local', 'حسابدار نماینده'),
               ('vendor@nextgen.local', 'فروشنده نمونه'),
               ('executor@nextgen.local', 'مجری نمونه')) u (email, display_name)
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

INSERT INTO user_role_assignments (tenant_id, user_id, role, dealer_id)
SELECT u.tenant_id, u.id, r.role, d.id
  FROM users u
  JOIN tenants t ON t.id = u.tenant_id AND t.slug = 'nextgen'
  JOIN (VALUES ('admin@nextgen.local', 'SUPER_ADMIN'), ('customer@nextgen.local', 'CUSTOMER'), ('dealer@nextgen.local', 'DEALER'),
               ('vendor@nextgen.local', 'VENDOR'), ('executor@nextgen.local', 'EXECUTOR')) r (email, role) ON r.email = u.email
  LEFT JOIN dealer_profiles d ON r.role = 'DEALER' AND d.tenant_id = u.tenant_id AND d.code = 'D-1001'
ON CONFLICT DO NOTHING;
