-- Discounts: campaigns that apply by themselves and codes that buyers enter.
SET LOCAL search_path = app, public;

CREATE TABLE discounts (
    tenant_id              bigint      NOT NULL CONSTRAINT discounts_tenant_fkey REFERENCES tenants (id),
    id                     bigint      NOT NULL DEFAULT next_id(),
    code                   text        NOT NULL DEFAULT '' CONSTRAINT discounts_code_form CHECK (code ~ '^[A-Z0-9_-]{0,40}$'),
    title_fa               text        NOT NULL CONSTRAINT discounts_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 200),
    title_en               text        NOT NULL DEFAULT '' CONSTRAINT discounts_title_en_length CHECK (length(title_en) <= 200),
    kind                   text        NOT NULL CONSTRAINT discounts_kind_known CHECK (kind IN ('percent', 'amount', 'free_shipping')),
    percent_bp             integer     CONSTRAINT discounts_percent_bp_range CHECK (percent_bp BETWEEN 1 AND 10000),
    amount                 bigint      CONSTRAINT discounts_amount_range CHECK (amount BETWEEN 1 AND 9007199254740991),
    maximum_amount         bigint      CONSTRAINT discounts_maximum_amount_range CHECK (maximum_amount BETWEEN 1 AND 9007199254740991),
    minimum_order_amount   bigint      NOT NULL DEFAULT 0 CONSTRAINT discounts_minimum_order_amount_range
                               CHECK (minimum_order_amount BETWEEN 0 AND 9007199254740991),
    applies_to             text        NOT NULL DEFAULT 'order' CONSTRAINT discounts_applies_to_known
                               CHECK (applies_to IN ('order', 'category', 'brand', 'vendor', 'product')),
    category_id            bigint,
    brand_id               bigint,
    vendor_id              bigint,
    product_id             bigint,
    tier                   text        NOT NULL DEFAULT '' CONSTRAINT discounts_tier_known
                               CHECK (tier IN ('', 'BRONZE', 'SILVER', 'GOLD', 'PLATINUM')),
    is_first_order_only    boolean     NOT NULL DEFAULT false,
    starts_at              timestamptz NOT NULL,
    ends_at                timestamptz,
    usage_limit            integer     CONSTRAINT discounts_usage_limit_positive CHECK (usage_limit > 0),
    usage_limit_per_person integer     CONSTRAINT discounts_usage_limit_per_person_positive CHECK (usage_limit_per_person > 0),
    budget_amount          bigint      CONSTRAINT discounts_budget_amount_range CHECK (budget_amount BETWEEN 1 AND 9007199254740991),
    funded_by              text        NOT NULL DEFAULT 'platform' CONSTRAINT discounts_funded_by_known
                               CHECK (funded_by IN ('platform', 'vendor', 'shared')),
    vendor_share_bp        integer     NOT NULL DEFAULT 0 CONSTRAINT discounts_vendor_share_bp_range CHECK (vendor_share_bp BETWEEN 0 AND 10000),
    priority               integer     NOT NULL DEFAULT 0 CONSTRAINT discounts_priority_range CHECK (priority BETWEEN 0 AND 1000000),
    is_exclusive           boolean     NOT NULL DEFAULT false,
    is_active              boolean     NOT NULL DEFAULT true,
    search_key             text        NOT NULL DEFAULT '',
    version                integer     NOT NULL DEFAULT 1,
    created_at             timestamptz NOT NULL DEFAULT now(),
    updated_at             timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT discounts_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT discounts_category_fkey FOREIGN KEY (tenant_id, category_id) REFERENCES categories (tenant_id, id),
    CONSTRAINT discounts_brand_fkey FOREIGN KEY (tenant_id, brand_id) REFERENCES brands (tenant_id, id),
    CONSTRAINT discounts_vendor_fkey FOREIGN KEY (tenant_id, vendor_id) REFERENCES vendors (tenant_id, id),
    CONSTRAINT discounts_product_fkey FOREIGN KEY (tenant_id, product_id) REFERENCES products (tenant_id, id),
    CONSTRAINT discounts_percent_or_amount
        CHECK ((kind = 'percent') = (percent_bp IS NOT NULL) AND (kind = 'amount') = (amount IS NOT NULL)),
    CONSTRAINT discounts_maximum_of_percent CHECK (maximum_amount IS NULL OR kind = 'percent'),
    CONSTRAINT discounts_one_target CHECK (
        (applies_to = 'category') = (category_id IS NOT NULL) AND (applies_to = 'brand') = (brand_id IS NOT NULL)
        AND (applies_to = 'product') = (product_id IS NOT NULL) AND (applies_to <> 'vendor' OR vendor_id IS NOT NULL)),
    CONSTRAINT discounts_times CHECK (starts_at < ends_at),
    CONSTRAINT discounts_shares CHECK (CASE funded_by WHEN 'platform' THEN vendor_share_bp = 0 WHEN 'vendor' THEN vendor_share_bp = 10000
                                       ELSE vendor_share_bp BETWEEN 1 AND 9999 END)
);
COMMENT ON TABLE discounts IS 'A campaign or code that takes something off an order (تخفیف).';
COMMENT ON COLUMN discounts.code IS 'What the buyer enters, in capitals; empty: it applies by itself.';
COMMENT ON COLUMN discounts.percent_bp IS 'Of kind percent: basis points taken off.';
COMMENT ON COLUMN discounts.amount IS 'Of kind amount: rials taken off.';
COMMENT ON COLUMN discounts.maximum_amount IS 'Of kind percent: at most so many rials an order; null: no limit.';
COMMENT ON COLUMN discounts.minimum_order_amount IS 'Orders under it get nothing.';
COMMENT ON COLUMN discounts.applies_to IS 'What the discount is reckoned on: the whole order or the lines of one category, brand, vendor or product.';
COMMENT ON COLUMN discounts.vendor_id IS 'Of applies_to vendor, and of a vendor''s own campaign.';
COMMENT ON COLUMN discounts.tier IS 'For dealers of this tier only; empty: for everybody.';
COMMENT ON COLUMN discounts.is_first_order_only IS 'Whether only a buyer''s first order gets it.';
COMMENT ON COLUMN discounts.usage_limit IS 'How many orders may have it; null: no limit. discount_counters counts.';
COMMENT ON COLUMN discounts.usage_limit_per_person IS 'How many orders of one buyer may have it; null: no limit.';
COMMENT ON COLUMN discounts.budget_amount IS 'At most so many rials in all; null: no limit.';
COMMENT ON COLUMN discounts.funded_by IS 'Who bears it; goes into commissions and payouts.';
COMMENT ON COLUMN discounts.vendor_share_bp IS 'The vendor''s part of it in basis points.';
COMMENT ON COLUMN discounts.priority IS 'Higher ones are tried first.';
COMMENT ON COLUMN discounts.is_exclusive IS 'Whether an order with it has no other.';
COMMENT ON COLUMN discounts.search_key IS 'Code and titles folded for searching.';
CREATE UNIQUE INDEX discounts_code_key ON discounts (tenant_id, code) WHERE code <> '';
CREATE INDEX discounts_running ON discounts (tenant_id, is_active, priority DESC, id);
CREATE INDEX discounts_ends_at ON discounts (tenant_id, ends_at, id);
CREATE INDEX discounts_category ON discounts (tenant_id, category_id) WHERE category_id IS NOT NULL;
CREATE INDEX discounts_brand ON discounts (tenant_id, brand_id) WHERE brand_id IS NOT NULL;
CREATE INDEX discounts_vendor ON discounts (tenant_id, vendor_id) WHERE vendor_id IS NOT NULL;
CREATE INDEX discounts_product ON discounts (tenant_id, product_id) WHERE product_id IS NOT NULL;

CREATE TABLE discount_counters (
    tenant_id    bigint      NOT NULL,
    id           bigint      NOT NULL,
    used_count   integer     NOT NULL DEFAULT 0 CONSTRAINT discount_counters_used_count_range CHECK (used_count >= 0),
    used_amount  bigint      NOT NULL DEFAULT 0 CONSTRAINT discount_counters_used_amount_range CHECK (used_amount >= 0),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT discount_counters_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT discount_counters_discount_fkey FOREIGN KEY (tenant_id, id) REFERENCES discounts (tenant_id, id)
) WITH (fillfactor = 70);
COMMENT ON TABLE discount_counters IS 'How often and for how much a discount was used, apart from it: using one does not change the version that somebody is editing.';
COMMENT ON COLUMN discount_counters.id IS 'The discount''s.';
COMMENT ON COLUMN discount_counters.used_count IS 'Orders that have it.';
COMMENT ON COLUMN discount_counters.used_amount IS 'Rials it took off them.';

SELECT protect_table('discounts', 'write', $${"vendor": "vendor_id = $", "customer": "is_active AND code = '' AND tier = ''",
                     "dealer": "is_active AND code = ''"}$$, $${"vendor": "vendor_id = $ AND funded_by = 'vendor'"}$$),
       protect_table('discount_counters', 'work');
-- Kept by the usages, by nothing else.
REVOKE INSERT, UPDATE, DELETE ON discount_counters FROM nextgen_server;
GRANT SELECT, INSERT, UPDATE ON discount_counters TO nextgen_definer;
