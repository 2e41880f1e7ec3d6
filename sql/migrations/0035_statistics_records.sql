-- The statistics as lists like any other: rows with an id that a cursor can stand on, and the moment they were reckoned.
SET LOCAL search_path = app, public;

DROP VIEW top_products, order_statistics;
DROP MATERIALIZED VIEW mv.top_products, mv.order_statistics;

CREATE MATERIALIZED VIEW mv.top_products AS
    SELECT i.tenant_id, i.product_id AS id, i.product_id, i.vendor_id,
           rank() OVER (PARTITION BY i.tenant_id ORDER BY sum(i.total_amount) DESC)::integer AS sales_rank,
           sum(i.quantity)::bigint AS quantity, sum(i.total_amount)::bigint AS total_amount, count(DISTINCT i.order_id)::integer AS order_count,
           now() AS reckoned_at
      FROM app.order_items i
      JOIN app.orders o ON o.tenant_id = i.tenant_id AND o.id = i.order_id
     WHERE o.ordered_on > current_date - 90 AND o.status NOT IN ('draft', 'cancelled')
       AND i.id >= app.id_floor(now() - interval '100 days')
     GROUP BY i.tenant_id, i.product_id, i.vendor_id;
CREATE UNIQUE INDEX top_products_key ON mv.top_products (tenant_id, id);
CREATE INDEX top_products_rank ON mv.top_products (tenant_id, sales_rank, id);
CREATE INDEX top_products_vendor ON mv.top_products (tenant_id, vendor_id, sales_rank, id);
COMMENT ON MATERIALIZED VIEW mv.top_products IS 'What sold in the last 90 days, by product.';

CREATE MATERIALIZED VIEW mv.order_statistics AS
    SELECT o.tenant_id, min(o.id) AS id, o.ordered_on, o.vendor_id, count(*)::integer AS order_count,
           count(*) FILTER (WHERE o.status IN ('cancelled', 'returned'))::integer AS lost_count,
           count(*) FILTER (WHERE o.dealer_id IS NOT NULL)::integer AS dealer_count,
           coalesce(sum(o.total_amount) FILTER (WHERE o.status NOT IN ('cancelled', 'returned')), 0)::bigint AS total_amount,
           coalesce(sum(o.discount_amount) FILTER (WHERE o.status NOT IN ('cancelled', 'returned')), 0)::bigint AS discount_amount,
           coalesce(sum(o.tax_amount) FILTER (WHERE o.status NOT IN ('cancelled', 'returned')), 0)::bigint AS tax_amount,
           coalesce(sum(o.paid_amount - o.refunded_amount), 0)::bigint AS paid_amount,
           now() AS reckoned_at
      FROM app.orders o
     WHERE o.status <> 'draft'
     GROUP BY o.tenant_id, o.ordered_on, o.vendor_id;
CREATE UNIQUE INDEX order_statistics_key ON mv.order_statistics (tenant_id, id);
CREATE INDEX order_statistics_day ON mv.order_statistics (tenant_id, ordered_on, id);
CREATE INDEX order_statistics_vendor ON mv.order_statistics (tenant_id, vendor_id, ordered_on, id);
COMMENT ON MATERIALIZED VIEW mv.order_statistics IS 'Orders by day and vendor.';

ALTER MATERIALIZED VIEW mv.top_products OWNER TO nextgen_definer;
ALTER MATERIALIZED VIEW mv.order_statistics OWNER TO nextgen_definer;

DO $$
DECLARE
    own constant text := $q$tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::bigint)$q$;
BEGIN
    EXECUTE format('CREATE VIEW app.top_products WITH (security_barrier = true) AS SELECT * FROM mv.top_products WHERE %s AND (%s)',
                   own, app.scope_rule('{"vendor": "vendor_id = $"}'));
    EXECUTE format('CREATE VIEW app.order_statistics WITH (security_barrier = true) AS SELECT * FROM mv.order_statistics WHERE %s AND (%s)',
                   own, app.scope_rule('{"vendor": "vendor_id = $"}'));
END $$;
COMMENT ON VIEW top_products IS 'What sold in the last 90 days, by product, as of the last refresh. A vendor sees its own.';
COMMENT ON COLUMN top_products.id IS 'The product''s.';
COMMENT ON COLUMN top_products.sales_rank IS 'Place among all of the tenant''s products, by amount.';
COMMENT ON COLUMN top_products.reckoned_at IS 'The last refresh.';
COMMENT ON VIEW order_statistics IS 'Orders by day and vendor, as of the last refresh. A vendor sees its own.';
COMMENT ON COLUMN order_statistics.id IS 'Of the first order: no other day and vendor has it.';
COMMENT ON COLUMN order_statistics.lost_count IS 'Cancelled or returned, not in the amounts.';
COMMENT ON COLUMN order_statistics.dealer_count IS 'Bought for dealers.';
COMMENT ON COLUMN order_statistics.reckoned_at IS 'The last refresh.';
ALTER VIEW top_products OWNER TO nextgen_definer;
ALTER VIEW order_statistics OWNER TO nextgen_definer;
GRANT SELECT ON top_products, order_statistics TO nextgen_server, nextgen_reader;
