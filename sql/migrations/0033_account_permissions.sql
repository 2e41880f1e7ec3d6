-- The rights of the whole marketplace, and which of them the built-in roles begin with.
SET LOCAL search_path = app, public;

INSERT INTO permissions (name) VALUES
    ('dealers.write'), ('users.write'), ('vendors.read'), ('vendors.write'),
    ('catalog.read'), ('catalog.write'), ('inventory.read'), ('inventory.write'),
    ('orders.read'), ('payments.read'), ('invoices.read'), ('invoices.write'),
    ('executors.read'), ('executors.write'), ('projects.read'), ('projects.write'),
    ('warranties.read'), ('reviews.read'), ('discounts.read'), ('discounts.write'),
    ('storefront.read'), ('storefront.write'), ('media.read'), ('media.write'),
    ('shipping.read'), ('shipping.write'), ('templates.read'), ('templates.write'),
    ('notifications.read'), ('jobs.read'), ('settings.read'), ('settings.write');

CREATE FUNCTION built_in_rights() RETURNS TABLE (role text, permission text)
LANGUAGE sql STABLE AS $$
    SELECT r.role, p.name FROM (VALUES ('SUPER_ADMIN'), ('ADMIN')) r (role) CROSS JOIN app.permissions p
    UNION ALL
    SELECT r.role, unnest(string_to_array(r.rights, ' '))
      FROM (VALUES
        ('DEALER', 'dealers.read credit.read cheques.read cheques.import catalog.read orders.read invoices.read payments.read '
                   'warranties.read shipping.read'),
        ('VENDOR', 'vendors.read catalog.read catalog.write inventory.read inventory.write orders.read media.read media.write '
                   'reviews.read warranties.read discounts.read shipping.read'),
        ('EXECUTOR', 'executors.read projects.read'),
        ('CUSTOMER', 'catalog.read orders.read warranties.read reviews.read storefront.read shipping.read')) r (role, rights)
$$;
COMMENT ON FUNCTION built_in_rights() IS
    'What the built-in roles may do in a new tenant. Row-level security narrows outsiders further: to what is their own.';

CREATE OR REPLACE FUNCTION create_tenant(slug text, name text) RETURNS bigint
LANGUAGE sql AS $$
    WITH made AS (INSERT INTO app.tenants (slug, name) VALUES (slug, name) RETURNING id),
         grants AS (INSERT INTO app.role_permissions (tenant_id, role, permission)
                    SELECT made.id, r.role, r.permission FROM made CROSS JOIN app.built_in_rights() r)
    SELECT id FROM made
$$;

INSERT INTO role_permissions (tenant_id, role, permission)
SELECT t.id, r.role, r.permission FROM tenants t CROSS JOIN built_in_rights() r
ON CONFLICT (tenant_id, role, permission) DO NOTHING;

CREATE VIEW product_stock_list WITH (security_invoker = true) AS
    SELECT tenant_id, id, id AS product_id, vendor_id, on_hand, reserved, available, reorder_level, version, created_at, updated_at
      FROM product_stocks;
COMMENT ON VIEW product_stock_list IS 'Stock with the product named as others name it: a stock''s id is its product''s.';
GRANT SELECT ON product_stock_list TO nextgen_server, nextgen_reader;
