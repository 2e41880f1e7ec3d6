-- The demo tenant, for trying the program out. Harmless when run again. Passwords are not here: the program hashes them.
SET LOCAL search_path = app, public;

-- The fold that the program searches by, as far as these texts need it.
CREATE OR REPLACE FUNCTION pg_temp.folded(text) RETURNS text LANGUAGE sql AS $$
    SELECT btrim(regexp_replace(regexp_replace(
               translate(lower($1), 'يىكأإآٱةۀؤئ۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩', 'ییکااااههوی01234567890123456789'),
               '[\u064B-\u065F\u0670\u0640]', '', 'g'), '[\s\u200C]+', ' ', 'g'))
$$;

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

-- Vendors, and whose people the vendor and the executor are.
INSERT INTO vendors (tenant_id, code, slug, title_fa, title_en, kind, status, approved_at, description_fa, description_en, contact_name,
                     mobile, email, province, city, commission_bp, payout_schedule, search_key)
SELECT t.id, v.code, v.slug, v.title_fa, v.title_en, 'legal', 'approved', timestamptz '2026-03-25 08:00+03:30', v.description_fa,
       v.description_en, v.contact_name, v.mobile, v.email, v.province, v.city, v.commission_bp, 'weekly',
       pg_temp.folded(concat_ws(' ', v.code, v.title_fa, v.title_en))
  FROM tenants t,
       (VALUES ('V-101', 'digital-arya', 'دیجیتال آریا', 'Digital Arya', 'گوشی، تبلت و لوازم جانبی', 'Phones, tablets and accessories',
                'مریم احمدی', '09121110101', 'sales@digital-arya.example', 'تهران', 'تهران', 700),
               ('V-102', 'rayan-gostar', 'رایان‌گستر', 'Rayan Gostar', 'لپ‌تاپ و تجهیزات اداری', 'Laptops and office equipment',
                'رضا کریمی', '09121110102', 'info@rayan-gostar.example', 'تهران', 'تهران', 600),
               ('V-103', 'pooshak-parsa', 'پوشاک پارسا', 'Parsa Clothing', 'پوشاک و کفش ایرانی', 'Iranian clothes and shoes',
                'نرگس محمدی', '09131110103', 'info@parsa.example', 'اصفهان', 'اصفهان', 1200),
               ('V-104', 'khane-sabz', 'خانهٔ سبز', 'Green Home', 'لوازم خانه، آشپزخانه و نوشت‌افزار', 'Home, kitchen and stationery',
                'علی رضایی', '09151110104', 'info@khane-sabz.example', 'خراسان رضوی', 'مشهد', 1000))
       v (code, slug, title_fa, title_en, description_fa, description_en, contact_name, mobile, email, province, city, commission_bp)
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

INSERT INTO executor_profiles (tenant_id, code, title_fa, title_en, kind, status, skills, mobile, province, city, license_number,
                               license_expires_on, capacity, search_key)
SELECT t.id, e.code, e.title_fa, e.title_en, e.kind, 'approved', e.skills, e.mobile, e.province, e.city, e.license_number,
       e.license_expires_on::date, e.capacity, pg_temp.folded(concat_ws(' ', e.code, e.title_fa, e.title_en, e.skills))
  FROM tenants t,
       (VALUES ('E-201', 'گروه فنی آرمان', 'Arman Technical Group', 'legal', 'نصب شبکه، دوربین مداربسته، برق ساختمان', '09121110201', 'تهران',
                'تهران', '44-1187', '2027-09-22', 4),
               ('E-202', 'مهندس کاوه صادقی', 'Kaveh Sadeghi', 'natural', 'روشنایی، هوشمندسازی خانه', '09131110202', 'اصفهان', 'اصفهان',
                '44-2093', '2027-03-20', 2))
       e (code, title_fa, title_en, kind, skills, mobile, province, city, license_number, license_expires_on, capacity)
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

UPDATE user_role_assignments a
   SET vendor_id = v.id
  FROM tenants t
  JOIN vendors v ON v.tenant_id = t.id AND v.code = 'V-101'
  JOIN users u ON u.tenant_id = t.id AND u.email = 'vendor@nextgen.local'
 WHERE t.slug = 'nextgen' AND a.tenant_id = t.id AND a.user_id = u.id AND a.role = 'VENDOR' AND a.vendor_id IS NULL;

UPDATE user_role_assignments a
   SET executor_id = e.id
  FROM tenants t
  JOIN executor_profiles e ON e.tenant_id = t.id AND e.code = 'E-201'
  JOIN users u ON u.tenant_id = t.id AND u.email = 'executor@nextgen.local'
 WHERE t.slug = 'nextgen' AND a.tenant_id = t.id AND a.user_id = u.id AND a.role = 'EXECUTOR' AND a.executor_id IS NULL;

UPDATE users u
   SET search_key = pg_temp.folded(concat_ws(' ', u.email, u.display_name))
  FROM tenants t
 WHERE t.slug = 'nextgen' AND u.tenant_id = t.id AND u.search_key = '';

INSERT INTO addresses (tenant_id, user_id, title, recipient_name, mobile, province, city, address, plaque, unit, postal_code, is_default, search_key)
SELECT u.tenant_id, u.id, a.title, a.recipient_name, a.mobile, a.province, a.city, a.address, a.plaque, a.unit, a.postal_code, a.is_default,
       pg_temp.folded(concat_ws(' ', a.recipient_name, a.city, a.address))
  FROM users u
  JOIN tenants t ON t.id = u.tenant_id AND t.slug = 'nextgen',
       (VALUES ('خانه', 'مشتری نمونه', '09121230001', 'تهران', 'تهران', 'خیابان ولیعصر، بالاتر از پارک ساعی، کوچهٔ مهر', '12', '4', '1511943943', true),
               ('محل کار', 'مشتری نمونه', '09121230001', 'تهران', 'تهران', 'خیابان مطهری، نبش میرعماد', '201', '7', '1587765432', false))
       a (title, recipient_name, mobile, province, city, address, plaque, unit, postal_code, is_default)
 WHERE u.email = 'customer@nextgen.local' AND NOT EXISTS (SELECT FROM addresses x WHERE x.tenant_id = u.tenant_id AND x.user_id = u.id);

-- Four categories and three within the first.
INSERT INTO categories (tenant_id, slug, title_fa, title_en, position, search_key)
SELECT t.id, c.slug, c.title_fa, c.title_en, c.position, pg_temp.folded(concat_ws(' ', c.slug, c.title_fa, c.title_en))
  FROM tenants t,
       (VALUES ('electronics', 'کالای دیجیتال', 'Electronics', 1), ('fashion', 'مد و پوشاک', 'Fashion', 2),
               ('home-kitchen', 'خانه و آشپزخانه', 'Home and kitchen', 3), ('stationery', 'کتاب و نوشت‌افزار', 'Books and stationery', 4))
       c (slug, title_fa, title_en, position)
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

INSERT INTO categories (tenant_id, parent_id, slug, title_fa, title_en, position, search_key)
SELECT t.id, p.id, c.slug, c.title_fa, c.title_en, c.position, pg_temp.folded(concat_ws(' ', c.slug, c.title_fa, c.title_en))
  FROM tenants t
  JOIN categories p ON p.tenant_id = t.id AND p.slug = 'electronics',
       (VALUES ('smartphones', 'گوشی هوشمند', 'Smartphones', 1), ('laptops', 'لپ‌تاپ', 'Laptops', 2),
               ('accessories', 'لوازم جانبی', 'Accessories', 3)) c (slug, title_fa, title_en, position)
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

INSERT INTO brands (tenant_id, slug, title_fa, title_en, country, website, search_key)
SELECT t.id, b.slug, b.title_fa, b.title_en, b.country, b.website, pg_temp.folded(concat_ws(' ', b.slug, b.title_fa, b.title_en))
  FROM tenants t,
       (VALUES ('apple', 'اپل', 'Apple', 'US', 'https://www.apple.com'), ('samsung', 'سامسونگ', 'Samsung', 'KR', 'https://www.samsung.com'),
               ('dell', 'دل', 'Dell', 'US', 'https://www.dell.com'), ('parsa', 'پارسا', 'Parsa', 'IR', ''), ('pars-noor', 'پارس‌نور', 'Pars Noor', 'IR', ''))
       b (slug, title_fa, title_en, country, website)
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

INSERT INTO attribute_groups (tenant_id, code, title_fa, title_en, position)
SELECT t.id, g.code, g.title_fa, g.title_en, g.position
  FROM tenants t, (VALUES ('general', 'مشخصات کلی', 'General', 1), ('memory', 'حافظه', 'Memory', 2)) g (code, title_fa, title_en, position)
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

INSERT INTO attributes (tenant_id, group_id, code, title_fa, title_en, kind, unit_fa, unit_en, is_filterable, position)
SELECT t.id, g.id, a.code, a.title_fa, a.title_en, a.kind, a.unit_fa, a.unit_en, true, a.position
  FROM tenants t
  JOIN attribute_groups g ON g.tenant_id = t.id
  JOIN (VALUES ('general', 'color', 'رنگ', 'Colour', 'choice', '', '', 1), ('memory', 'ram_gb', 'حافظهٔ رم', 'RAM', 'integer', 'گیگابایت', 'GB', 1),
               ('memory', 'storage_gb', 'حافظهٔ داخلی', 'Storage', 'integer', 'گیگابایت', 'GB', 2))
       a (group_code, code, title_fa, title_en, kind, unit_fa, unit_en, position) ON a.group_code = g.code
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

INSERT INTO attribute_choices (tenant_id, attribute_id, code, title_fa, title_en, position)
SELECT t.id, a.id, c.code, c.title_fa, c.title_en, c.position
  FROM tenants t
  JOIN attributes a ON a.tenant_id = t.id AND a.code = 'color',
       (VALUES ('black', 'مشکی', 'Black', 1), ('white', 'سفید', 'White', 2), ('blue', 'آبی', 'Blue', 3)) c (code, title_fa, title_en, position)
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

INSERT INTO category_attributes (tenant_id, category_id, attribute_id, is_required)
SELECT t.id, c.id, a.id, a.code <> 'color'
  FROM tenants t
  JOIN categories c ON c.tenant_id = t.id AND c.slug IN ('smartphones', 'laptops')
  JOIN attributes a ON a.tenant_id = t.id
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

-- Eleven products. Prices are rials.
CREATE TEMPORARY TABLE demo_products ON COMMIT DROP AS
SELECT *
  FROM (VALUES
       ('V-101', 'smartphones', 'apple', 'iphone-15-pro', 'APL-IP15P', 'گوشی اپل آیفون ۱۵ پرو', 'iPhone 15 Pro', 3999000, 187, 18, 25, 8, 256),
       ('V-101', 'smartphones', 'samsung', 'samsung-galaxy-s24', 'SAM-S24', 'گوشی سامسونگ گلکسی اس ۲۴', 'Samsung Galaxy S24', 3299000, 167, 18, 40, 8, 256),
       ('V-102', 'laptops', 'apple', 'macbook-pro-16', 'APL-MBP16', 'لپ‌تاپ اپل مک‌بوک پرو ۱۶ اینچ', 'MacBook Pro 16"', 8999000, 2140, 18, 8, 36, 1024),
       ('V-102', 'laptops', 'dell', 'dell-xps-15', 'DEL-XPS15', 'لپ‌تاپ دل ایکس‌پی‌اس ۱۵', 'Dell XPS 15', 6999000, 1920, 12, 12, 32, 1024),
       ('V-101', 'accessories', 'samsung', 'wireless-charger', 'SAM-WCH', 'شارژر بی‌سیم', 'Wireless Charger', 299000, 120, 6, 150, NULL, NULL),
       ('V-101', 'accessories', 'apple', 'wireless-headphones', 'APL-WHP', 'هدفون بی‌سیم', 'Wireless Headphones', 459000, 250, 12, 60, NULL, NULL),
       ('V-103', 'fashion', 'parsa', 'cotton-t-shirt', 'PRS-TSH', 'تی‌شرت نخی', 'Cotton T-Shirt', 199000, 180, 0, 300, NULL, NULL),
       ('V-103', 'fashion', 'parsa', 'running-shoes', 'PRS-RUN', 'کفش دویدن', 'Running Shoes', 689000, 640, 0, 80, NULL, NULL),
       ('V-104', 'home-kitchen', 'pars-noor', 'led-lamp', 'PNR-LED', 'لامپ ال‌ای‌دی', 'LED Lamp', 349000, 90, 12, 500, NULL, NULL),
       ('V-104', 'home-kitchen', 'pars-noor', 'coffee-maker', 'PNR-COF', 'قهوه‌ساز', 'Coffee Maker', 799000, 2600, 24, 35, NULL, NULL),
       ('V-104', 'stationery', NULL, 'leather-notebook', 'KSZ-NTB', 'دفتر یادداشت چرمی', 'Leather Notebook', 149000, 320, 0, 120, NULL, NULL))
       p (vendor, category, brand, slug, sku, title_fa, title_en, price, weight_grams, warranty_months, stock, ram_gb, storage_gb);

INSERT INTO products (tenant_id, vendor_id, category_id, brand_id, slug, sku, title_fa, title_en, status, published_at, price, weight_grams,
                      warranty_months, tax_unit_code, is_featured)
SELECT t.id, v.id, c.id, b.id, p.slug, p.sku, p.title_fa, p.title_en, 'active', timestamptz '2026-04-04 08:00+03:30', p.price, p.weight_grams,
       p.warranty_months, '1627', p.slug IN ('iphone-15-pro', 'macbook-pro-16')
  FROM tenants t
  JOIN vendors v ON v.tenant_id = t.id
  JOIN demo_products p ON p.vendor = v.code
  JOIN categories c ON c.tenant_id = t.id AND c.slug = p.category
  LEFT JOIN brands b ON b.tenant_id = t.id AND b.slug = p.brand
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

INSERT INTO product_search (tenant_id, id, vendor_id, search_key)
SELECT p.tenant_id, p.id, p.vendor_id, pg_temp.folded(concat_ws(' ', p.sku, p.title_fa, p.title_en, b.title_fa, b.title_en))
  FROM products p
  JOIN tenants t ON t.id = p.tenant_id AND t.slug = 'nextgen'
  JOIN demo_products d ON d.slug = p.slug
  LEFT JOIN brands b ON b.tenant_id = p.tenant_id AND b.id = p.brand_id
ON CONFLICT DO NOTHING;

INSERT INTO product_attribute_values (tenant_id, product_id, vendor_id, attribute_id, kind, value_integer)
SELECT p.tenant_id, p.id, p.vendor_id, a.id, a.kind, CASE a.code WHEN 'ram_gb' THEN d.ram_gb ELSE d.storage_gb END
  FROM products p
  JOIN tenants t ON t.id = p.tenant_id AND t.slug = 'nextgen'
  JOIN demo_products d ON d.slug = p.slug AND d.ram_gb IS NOT NULL
  JOIN attributes a ON a.tenant_id = p.tenant_id AND a.code IN ('ram_gb', 'storage_gb')
ON CONFLICT DO NOTHING;

INSERT INTO product_tier_prices (tenant_id, product_id, vendor_id, tier, minimum_quantity, price)
SELECT p.tenant_id, p.id, p.vendor_id, s.tier, s.minimum_quantity, p.price * s.percent / 100
  FROM products p
  JOIN tenants t ON t.id = p.tenant_id AND t.slug = 'nextgen'
  JOIN demo_products d ON d.slug = p.slug,
       (VALUES ('SILVER', 5, 97), ('GOLD', 1, 95), ('GOLD', 10, 92), ('PLATINUM', 1, 90)) s (tier, minimum_quantity, percent)
ON CONFLICT DO NOTHING;

-- What there is follows from movements: the opening, and a receipt later.
INSERT INTO inventory_logs (tenant_id, product_id, vendor_id, kind, quantity_change, occurred_on, note)
SELECT p.tenant_id, p.id, p.vendor_id, m.kind, m.quantity, m.occurred_on, m.note
  FROM products p
  JOIN tenants t ON t.id = p.tenant_id AND t.slug = 'nextgen'
  JOIN demo_products d ON d.slug = p.slug
  CROSS JOIN LATERAL (VALUES ('opening', d.stock - d.stock / 4, date '2026-04-04', 'موجودی اول دوره'),
                             ('receipt', d.stock / 4, date '2026-05-02', 'رسید انبار')) m (kind, quantity, occurred_on, note)
 WHERE m.quantity > 0 AND NOT EXISTS (SELECT FROM inventory_logs l WHERE l.tenant_id = p.tenant_id AND l.product_id = p.id);
UPDATE product_stocks s
   SET reorder_level = 10
  FROM products p
  JOIN tenants t ON t.id = p.tenant_id AND t.slug = 'nextgen'
  JOIN demo_products d ON d.slug = p.slug
 WHERE s.tenant_id = p.tenant_id AND s.id = p.id AND s.reorder_level = 0;

-- Three ways of sending, two zones.
INSERT INTO shipping_methods (tenant_id, code, title_fa, title_en, kind, base_amount, per_kg_amount, free_from_amount, minimum_days, maximum_days,
                              maximum_weight_grams, position, search_key)
SELECT t.id, m.code, m.title_fa, m.title_en, m.kind, m.base_amount, m.per_kg_amount, m.free_from_amount, m.minimum_days, m.maximum_days,
       m.maximum_weight_grams, m.position, pg_temp.folded(concat_ws(' ', m.code, m.title_fa, m.title_en))
  FROM tenants t,
       (VALUES ('post', 'پست پیشتاز', 'Express post', 'post', 65000, 25000, 2000000, 2, 5, 30000, 1),
               ('courier', 'پیک تهران', 'Tehran courier', 'courier', 120000, 10000, NULL, 0, 1, 20000, 2),
               ('freight_collect', 'باربری، پس‌کرایه', 'Freight, paid on arrival', 'freight_collect', 0, 0, NULL, 3, 10, NULL, 3))
       m (code, title_fa, title_en, kind, base_amount, per_kg_amount, free_from_amount, minimum_days, maximum_days, maximum_weight_grams, position)
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

INSERT INTO shipping_zones (tenant_id, code, title_fa, title_en, position)
SELECT t.id, z.code, z.title_fa, z.title_en, z.position
  FROM tenants t, (VALUES ('tehran', 'تهران', 'Tehran', 1), ('other_provinces', 'دیگر استان‌ها', 'Other provinces', 2)) z (code, title_fa, title_en, position)
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

INSERT INTO shipping_zone_regions (tenant_id, zone_id, province)
SELECT t.id, z.id, r.province
  FROM tenants t
  JOIN shipping_zones z ON z.tenant_id = t.id
  JOIN (VALUES ('tehran', 'تهران'), ('other_provinces', 'اصفهان'), ('other_provinces', 'فارس'), ('other_provinces', 'خراسان رضوی'))
       r (zone, province) ON r.zone = z.code
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

INSERT INTO shipping_rates (tenant_id, method_id, zone_id, from_weight_grams, amount, per_kg_amount)
SELECT t.id, m.id, z.id, r.from_weight_grams, r.amount, 25000
  FROM tenants t
  JOIN shipping_methods m ON m.tenant_id = t.id AND m.code = 'post'
  JOIN shipping_zones z ON z.tenant_id = t.id
  JOIN (VALUES ('tehran', 0, 55000), ('tehran', 5000, 150000), ('other_provinces', 0, 75000), ('other_provinces', 5000, 190000))
       r (zone, from_weight_grams, amount) ON r.zone = z.code
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

-- Three campaigns: a code, one for dealers of a tier, one that applies by itself.
INSERT INTO discounts (tenant_id, code, title_fa, title_en, kind, percent_bp, amount, maximum_amount, minimum_order_amount, tier, is_first_order_only,
                       starts_at, ends_at, usage_limit, usage_limit_per_person, search_key)
SELECT t.id, d.code, d.title_fa, d.title_en, d.kind, d.percent_bp, d.amount, d.maximum_amount, d.minimum_order_amount, d.tier, d.is_first_order_only,
       timestamptz '2026-03-21 00:00+03:30', d.ends_at::timestamptz, d.usage_limit, d.usage_limit_per_person,
       pg_temp.folded(concat_ws(' ', d.code, d.title_fa, d.title_en))
  FROM tenants t,
       (VALUES ('WELCOME10', 'ده درصد برای خرید اول', 'Ten percent off the first order', 'percent', 1000, NULL::bigint, 500000, 0, '', true, NULL, 1000, 1),
               ('GOLD50', 'پنجاه هزار تومان برای نمایندگان طلایی', 'For gold dealers', 'amount', NULL::integer, 500000, NULL::bigint, 5000000, 'GOLD',
                false, '2027-03-20 23:59:59+03:30', NULL::integer, NULL::integer),
               ('', 'ارسال رایگان پاییز', 'Free shipping this autumn', 'free_shipping', NULL, NULL, NULL, 1500000, '', false,
                '2026-12-21 23:59:59+03:30', NULL, NULL))
       d (code, title_fa, title_en, kind, percent_bp, amount, maximum_amount, minimum_order_amount, tier, is_first_order_only, ends_at, usage_limit,
          usage_limit_per_person)
 WHERE t.slug = 'nextgen' AND NOT EXISTS (SELECT FROM discounts x WHERE x.tenant_id = t.id AND x.title_en = d.title_en);

INSERT INTO settings (tenant_id, key, value)
SELECT t.id, s.key, s.value::jsonb
  FROM tenants t,
       (VALUES ('shop.title_fa', '"بازار نسل نو"'), ('shop.title_en', '"NextGen Marketplace"'), ('shop.default_language', '"fa"'),
               ('shop.amount_unit', '"toman"'), ('order.reservation_minutes', '20'), ('order.return_days', '7'),
               ('tax.send_deadline_days', '7'), ('dealer.credit_check', '"block"'), ('feature.dealer_credit', 'true'),
               ('feature.cheque_import', 'true'), ('feature.executor_projects', 'true'), ('feature.reviews', 'true'),
               ('feature.wishlists', 'true'), ('feature.spatial_assets', 'false')) s (key, value)
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

INSERT INTO tax_rates (tenant_id, rate_bp, starts_on, note)
SELECT t.id, r.rate_bp, r.starts_on::date, r.note
  FROM tenants t, (VALUES (900, '2015-03-21', '۱۳۹۴'), (1000, '2024-03-20', '۱۴۰۳')) r (rate_bp, starts_on, note)
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

INSERT INTO pages (tenant_id, slug, title_fa, title_en, body_fa, body_en, status, published_at, position, search_key)
SELECT t.id, p.slug, p.title_fa, p.title_en, p.body_fa, p.body_en, 'published', timestamptz '2026-03-21 00:00+03:30', p.position,
       pg_temp.folded(concat_ws(' ', p.slug, p.title_fa, p.title_en))
  FROM tenants t,
       (VALUES ('about', 'دربارهٔ ما', 'About us', '# دربارهٔ ما', '# About us', 1), ('terms', 'شرایط خرید', 'Terms', '# شرایط خرید', '# Terms', 2))
       p (slug, title_fa, title_en, body_fa, body_en, position)
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

INSERT INTO banners (tenant_id, slot, title_fa, title_en, target_url, starts_at, position)
SELECT t.id, 'home_top', 'تازه‌های دیجیتال', 'New in electronics', '/c/electronics', timestamptz '2026-03-21 00:00+03:30', 1
  FROM tenants t
 WHERE t.slug = 'nextgen' AND NOT EXISTS (SELECT FROM banners b WHERE b.tenant_id = t.id);

INSERT INTO email_templates (tenant_id, code, language, title_fa, title_en, subject, body_text, variables, search_key)
SELECT t.id, 'order_placed', e.language, 'ثبت سفارش', 'Order placed', e.subject, e.body_text, '["customer_name", "order_number"]',
       'order_placed ثبت سفارش order placed'
  FROM tenants t,
       (VALUES ('fa', 'سفارش {{order_number}} ثبت شد', 'سلام {{customer_name}}، سفارش {{order_number}} ثبت شد.'),
               ('en', 'Order {{order_number}} is placed', 'Hello {{customer_name}}, your order {{order_number}} is placed.')) e (language, subject, body_text)
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;

INSERT INTO sms_templates (tenant_id, code, title_fa, title_en, body, variables, search_key)
SELECT t.id, m.code, m.title_fa, m.title_en, m.body, m.variables::jsonb, pg_temp.folded(concat_ws(' ', m.code, m.title_fa, m.title_en))
  FROM tenants t,
       (VALUES ('order_placed', 'ثبت سفارش', 'Order placed', 'سفارش {{order_number}} ثبت شد.', '["order_number"]'),
               ('cheque_due', 'سررسید چک', 'Cheque due', 'چک {{serial}} در {{due_on}} سررسید می‌شود.', '["serial", "due_on"]'))
       m (code, title_fa, title_en, body, variables)
 WHERE t.slug = 'nextgen'
ON CONFLICT DO NOTHING;
