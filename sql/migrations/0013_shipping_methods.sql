-- How goods reach the buyer, where to, and what that costs.
SET LOCAL search_path = app, public;

CREATE TABLE shipping_methods (
    tenant_id           bigint      NOT NULL CONSTRAINT shipping_methods_tenant_fkey REFERENCES tenants (id),
    id                  bigint      NOT NULL DEFAULT next_id(),
    vendor_id           bigint,
    code                text        NOT NULL CONSTRAINT shipping_methods_code_form CHECK (code ~ '^[a-z][a-z0-9_]{0,62}$'),
    title_fa            text        NOT NULL CONSTRAINT shipping_methods_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 200),
    title_en            text        NOT NULL DEFAULT '' CONSTRAINT shipping_methods_title_en_length CHECK (length(title_en) <= 200),
    kind                text        NOT NULL CONSTRAINT shipping_methods_kind_known
                            CHECK (kind IN ('post', 'courier', 'freight', 'freight_collect', 'pickup', 'own_fleet')),
    base_amount         bigint      NOT NULL DEFAULT 0 CONSTRAINT shipping_methods_base_amount_range
                            CHECK (base_amount BETWEEN 0 AND 9007199254740991),
    per_kg_amount       bigint      NOT NULL DEFAULT 0 CONSTRAINT shipping_methods_per_kg_amount_range
                            CHECK (per_kg_amount BETWEEN 0 AND 9007199254740991),
    free_from_amount    bigint      CONSTRAINT shipping_methods_free_from_amount_range CHECK (free_from_amount BETWEEN 0 AND 9007199254740991),
    minimum_days        integer     NOT NULL DEFAULT 1 CONSTRAINT shipping_methods_minimum_days_range CHECK (minimum_days BETWEEN 0 AND 365),
    maximum_days        integer     NOT NULL DEFAULT 7 CONSTRAINT shipping_methods_maximum_days_range CHECK (maximum_days BETWEEN 0 AND 365),
    maximum_weight_grams integer    CONSTRAINT shipping_methods_maximum_weight_grams_positive CHECK (maximum_weight_grams > 0),
    tracking_url        text        NOT NULL DEFAULT '' CONSTRAINT shipping_methods_tracking_url_form
                            CHECK (tracking_url = '' OR tracking_url ~ '^https?://.{1,400}$'),
    position            integer     NOT NULL DEFAULT 0 CONSTRAINT shipping_methods_position_range CHECK (position BETWEEN 0 AND 1000000),
    is_active           boolean     NOT NULL DEFAULT true,
    search_key          text        NOT NULL DEFAULT '',
    version             integer     NOT NULL DEFAULT 1,
    created_at          timestamptz NOT NULL DEFAULT now(),
    updated_at          timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT shipping_methods_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT shipping_methods_vendor_fkey FOREIGN KEY (tenant_id, vendor_id) REFERENCES vendors (tenant_id, id),
    CONSTRAINT shipping_methods_code_key UNIQUE (tenant_id, code),
    CONSTRAINT shipping_methods_days CHECK (minimum_days <= maximum_days),
    CONSTRAINT shipping_methods_collect_costs_nothing
        CHECK (kind NOT IN ('pickup', 'freight_collect') OR (base_amount = 0 AND per_kg_amount = 0))
);
COMMENT ON TABLE shipping_methods IS 'A way of sending: post, courier, freight, freight paid on arrival (پس‌کرایه), pickup, own fleet.';
COMMENT ON COLUMN shipping_methods.vendor_id IS 'Whose own way it is; null: for all vendors.';
COMMENT ON COLUMN shipping_methods.base_amount IS 'Rials a consignment, where shipping_rates says nothing for the zone.';
COMMENT ON COLUMN shipping_methods.per_kg_amount IS 'Rials for each begun kilogram beyond the first.';
COMMENT ON COLUMN shipping_methods.free_from_amount IS 'Orders from this amount on are sent free; null: never.';
COMMENT ON COLUMN shipping_methods.minimum_days IS 'Working days until it arrives, at the best.';
COMMENT ON COLUMN shipping_methods.maximum_days IS 'Working days until it arrives, as promised.';
COMMENT ON COLUMN shipping_methods.maximum_weight_grams IS 'Heavier goods go another way; null: no limit.';
COMMENT ON COLUMN shipping_methods.tracking_url IS 'Address of the carrier''s page, {code} standing for the tracking code.';
COMMENT ON COLUMN shipping_methods.search_key IS 'Code and titles folded for searching.';
CREATE INDEX shipping_methods_position ON shipping_methods (tenant_id, position, id);
CREATE INDEX shipping_methods_vendor ON shipping_methods (tenant_id, vendor_id, id) WHERE vendor_id IS NOT NULL;

CREATE TABLE shipping_zones (
    tenant_id  bigint      NOT NULL CONSTRAINT shipping_zones_tenant_fkey REFERENCES tenants (id),
    id         bigint      NOT NULL DEFAULT next_id(),
    code       text        NOT NULL CONSTRAINT shipping_zones_code_form CHECK (code ~ '^[a-z][a-z0-9_]{0,62}$'),
    title_fa   text        NOT NULL CONSTRAINT shipping_zones_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 200),
    title_en   text        NOT NULL DEFAULT '' CONSTRAINT shipping_zones_title_en_length CHECK (length(title_en) <= 200),
    position   integer     NOT NULL DEFAULT 0 CONSTRAINT shipping_zones_position_range CHECK (position BETWEEN 0 AND 1000000),
    is_active  boolean     NOT NULL DEFAULT true,
    version    integer     NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT shipping_zones_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT shipping_zones_code_key UNIQUE (tenant_id, code)
);
COMMENT ON TABLE shipping_zones IS 'Parts of the country that cost the same to send to.';
CREATE INDEX shipping_zones_position ON shipping_zones (tenant_id, position, id);

CREATE TABLE shipping_zone_regions (
    tenant_id  bigint      NOT NULL CONSTRAINT shipping_zone_regions_tenant_fkey REFERENCES tenants (id),
    id         bigint      NOT NULL DEFAULT next_id(),
    zone_id    bigint      NOT NULL,
    province   text        NOT NULL CONSTRAINT shipping_zone_regions_province_length CHECK (length(province) BETWEEN 1 AND 60),
    city       text        NOT NULL DEFAULT '' CONSTRAINT shipping_zone_regions_city_length CHECK (length(city) <= 60),
    version    integer     NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT shipping_zone_regions_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT shipping_zone_regions_zone_fkey FOREIGN KEY (tenant_id, zone_id) REFERENCES shipping_zones (tenant_id, id),
    CONSTRAINT shipping_zone_regions_place_key UNIQUE (tenant_id, province, city)
);
COMMENT ON TABLE shipping_zone_regions IS 'The provinces and cities of a zone. A place lies in one zone only; a city named by itself wins over its province.';
COMMENT ON COLUMN shipping_zone_regions.city IS 'Empty: the whole province.';
CREATE INDEX shipping_zone_regions_zone ON shipping_zone_regions (tenant_id, zone_id);

CREATE TABLE shipping_rates (
    tenant_id         bigint      NOT NULL CONSTRAINT shipping_rates_tenant_fkey REFERENCES tenants (id),
    id                bigint      NOT NULL DEFAULT next_id(),
    method_id         bigint      NOT NULL,
    zone_id           bigint      NOT NULL,
    from_weight_grams integer     NOT NULL DEFAULT 0 CONSTRAINT shipping_rates_from_weight_grams_range
                          CHECK (from_weight_grams BETWEEN 0 AND 100000000),
    amount            bigint      NOT NULL CONSTRAINT shipping_rates_amount_range CHECK (amount BETWEEN 0 AND 9007199254740991),
    per_kg_amount     bigint      NOT NULL DEFAULT 0 CONSTRAINT shipping_rates_per_kg_amount_range
                          CHECK (per_kg_amount BETWEEN 0 AND 9007199254740991),
    version           integer     NOT NULL DEFAULT 1,
    created_at        timestamptz NOT NULL DEFAULT now(),
    updated_at        timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT shipping_rates_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT shipping_rates_method_fkey FOREIGN KEY (tenant_id, method_id) REFERENCES shipping_methods (tenant_id, id),
    CONSTRAINT shipping_rates_zone_fkey FOREIGN KEY (tenant_id, zone_id) REFERENCES shipping_zones (tenant_id, id),
    CONSTRAINT shipping_rates_step_key UNIQUE (tenant_id, method_id, zone_id, from_weight_grams)
);
COMMENT ON TABLE shipping_rates IS 'What a method costs in a zone from a weight on, up to the next step: bands cannot overlap.';
COMMENT ON COLUMN shipping_rates.amount IS 'Rials a consignment.';
COMMENT ON COLUMN shipping_rates.per_kg_amount IS 'Rials for each begun kilogram beyond the band''s beginning.';
CREATE INDEX shipping_rates_zone ON shipping_rates (tenant_id, zone_id);

SELECT protect_table('shipping_methods', 'write', $${"vendor": "vendor_id IS NULL OR vendor_id = $", "outsider": "vendor_id IS NULL",
                     "customer": "is_active", "dealer": "is_active"}$$, '{"vendor": "vendor_id = $"}'),
       protect_table('shipping_zones', 'write', '{"outsider": "true"}'),
       protect_table('shipping_zone_regions', 'edit', '{"outsider": "true"}'),
       -- A rate is seen by whom its method is seen by.
       protect_table('shipping_rates', 'edit', '{"outsider": "EXISTS (SELECT FROM app.shipping_methods m WHERE m.tenant_id = shipping_rates.tenant_id AND m.id = shipping_rates.method_id)"}',
                     '{"vendor": "EXISTS (SELECT FROM app.shipping_methods m WHERE m.tenant_id = shipping_rates.tenant_id AND m.id = shipping_rates.method_id AND m.vendor_id = $)"}');
