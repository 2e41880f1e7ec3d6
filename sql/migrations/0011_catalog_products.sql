-- The catalogue: categories, brands, attributes, and the products of the vendors with their prices.
SET LOCAL search_path = app, public;

CREATE TABLE categories (
    tenant_id     bigint      NOT NULL CONSTRAINT categories_tenant_fkey REFERENCES tenants (id),
    id            bigint      NOT NULL DEFAULT next_id(),
    parent_id     bigint,
    slug          text        NOT NULL CONSTRAINT categories_slug_form CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    title_fa      text        NOT NULL CONSTRAINT categories_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 200),
    title_en      text        NOT NULL DEFAULT '' CONSTRAINT categories_title_en_length CHECK (length(title_en) <= 200),
    description_fa text       NOT NULL DEFAULT '' CONSTRAINT categories_description_fa_length CHECK (length(description_fa) <= 5000),
    description_en text       NOT NULL DEFAULT '' CONSTRAINT categories_description_en_length CHECK (length(description_en) <= 5000),
    commission_bp integer     CONSTRAINT categories_commission_bp_range CHECK (commission_bp BETWEEN 0 AND 10000),
    media_id      bigint,
    position      integer     NOT NULL DEFAULT 0 CONSTRAINT categories_position_range CHECK (position BETWEEN 0 AND 1000000),
    is_active     boolean     NOT NULL DEFAULT true,
    search_key    text        NOT NULL DEFAULT '',
    version       integer     NOT NULL DEFAULT 1,
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT categories_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT categories_parent_fkey FOREIGN KEY (tenant_id, parent_id) REFERENCES categories (tenant_id, id),
    CONSTRAINT categories_media_fkey FOREIGN KEY (tenant_id, media_id) REFERENCES media (tenant_id, id),
    CONSTRAINT categories_slug_key UNIQUE (tenant_id, slug)
);
COMMENT ON TABLE categories IS 'The tree that products are sorted into, at most six deep.';
COMMENT ON COLUMN categories.parent_id IS 'The category that this one is a part of; null at the top.';
COMMENT ON COLUMN categories.slug IS 'The category''s name in addresses of the shop.';
COMMENT ON COLUMN categories.commission_bp IS 'The marketplace''s share of sales here in basis points; null: as the category above, at last the vendor''s.';
COMMENT ON COLUMN categories.media_id IS 'Its picture.';
COMMENT ON COLUMN categories.position IS 'Order among its siblings.';
COMMENT ON COLUMN categories.search_key IS 'Slug and titles folded for searching.';
CREATE INDEX categories_parent ON categories (tenant_id, parent_id, position, id);
CREATE INDEX categories_media ON categories (tenant_id, media_id) WHERE media_id IS NOT NULL;
CREATE INDEX categories_title_fa ON categories (tenant_id, title_fa, id);

CREATE FUNCTION check_category_tree() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    above bigint := NEW.parent_id;
    steps integer := 0;
BEGIN
    WHILE above IS NOT NULL LOOP
        steps := steps + 1;
        IF above = NEW.id OR steps > 5 THEN
            RAISE EXCEPTION 'a category cannot lie within itself or more than six deep'
                USING ERRCODE = '23514', CONSTRAINT = 'categories_tree', TABLE = 'categories', COLUMN = 'parent_id';
        END IF;
        SELECT parent_id INTO above FROM app.categories WHERE tenant_id = NEW.tenant_id AND id = above;
    END LOOP;
    RETURN NULL;
END $$;
CREATE TRIGGER tree AFTER INSERT OR UPDATE OF parent_id ON categories FOR EACH ROW EXECUTE FUNCTION check_category_tree();

CREATE TABLE brands (
    tenant_id  bigint      NOT NULL CONSTRAINT brands_tenant_fkey REFERENCES tenants (id),
    id         bigint      NOT NULL DEFAULT next_id(),
    slug       text        NOT NULL CONSTRAINT brands_slug_form CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    title_fa   text        NOT NULL CONSTRAINT brands_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 200),
    title_en   text        NOT NULL DEFAULT '' CONSTRAINT brands_title_en_length CHECK (length(title_en) <= 200),
    country    text        NOT NULL DEFAULT '' CONSTRAINT brands_country_form CHECK (country ~ '^([A-Z]{2})?$'),
    website    text        NOT NULL DEFAULT '' CONSTRAINT brands_website_form CHECK (website = '' OR website ~ '^https?://.{1,300}$'),
    media_id   bigint,
    is_active  boolean     NOT NULL DEFAULT true,
    search_key text        NOT NULL DEFAULT '',
    version    integer     NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT brands_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT brands_media_fkey FOREIGN KEY (tenant_id, media_id) REFERENCES media (tenant_id, id),
    CONSTRAINT brands_slug_key UNIQUE (tenant_id, slug)
);
COMMENT ON TABLE brands IS 'Makers'' names that products carry.';
COMMENT ON COLUMN brands.slug IS 'The brand''s name in addresses of the shop.';
COMMENT ON COLUMN brands.country IS 'Two letters (ISO 3166); empty when not known.';
COMMENT ON COLUMN brands.media_id IS 'Its logo.';
COMMENT ON COLUMN brands.search_key IS 'Slug and titles folded for searching.';
CREATE INDEX brands_title_fa ON brands (tenant_id, title_fa, id);
CREATE INDEX brands_media ON brands (tenant_id, media_id) WHERE media_id IS NOT NULL;

CREATE TABLE attribute_groups (
    tenant_id  bigint      NOT NULL CONSTRAINT attribute_groups_tenant_fkey REFERENCES tenants (id),
    id         bigint      NOT NULL DEFAULT next_id(),
    code       text        NOT NULL CONSTRAINT attribute_groups_code_form CHECK (code ~ '^[a-z][a-z0-9_]{0,62}$'),
    title_fa   text        NOT NULL CONSTRAINT attribute_groups_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 200),
    title_en   text        NOT NULL DEFAULT '' CONSTRAINT attribute_groups_title_en_length CHECK (length(title_en) <= 200),
    position   integer     NOT NULL DEFAULT 0 CONSTRAINT attribute_groups_position_range CHECK (position BETWEEN 0 AND 1000000),
    is_active  boolean     NOT NULL DEFAULT true,
    version    integer     NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT attribute_groups_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT attribute_groups_code_key UNIQUE (tenant_id, code)
);
COMMENT ON TABLE attribute_groups IS 'Headings under which a product''s attributes are shown: screen, memory, body …';
CREATE INDEX attribute_groups_position ON attribute_groups (tenant_id, position, id);

CREATE TABLE attributes (
    tenant_id     bigint      NOT NULL CONSTRAINT attributes_tenant_fkey REFERENCES tenants (id),
    id            bigint      NOT NULL DEFAULT next_id(),
    group_id      bigint      NOT NULL,
    code          text        NOT NULL CONSTRAINT attributes_code_form CHECK (code ~ '^[a-z][a-z0-9_]{0,62}$'),
    title_fa      text        NOT NULL CONSTRAINT attributes_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 200),
    title_en      text        NOT NULL DEFAULT '' CONSTRAINT attributes_title_en_length CHECK (length(title_en) <= 200),
    kind          text        NOT NULL CONSTRAINT attributes_kind_known CHECK (kind IN ('text', 'integer', 'boolean', 'choice', 'date')),
    unit_fa       text        NOT NULL DEFAULT '' CONSTRAINT attributes_unit_fa_length CHECK (length(unit_fa) <= 30),
    unit_en       text        NOT NULL DEFAULT '' CONSTRAINT attributes_unit_en_length CHECK (length(unit_en) <= 30),
    is_filterable boolean     NOT NULL DEFAULT false,
    position      integer     NOT NULL DEFAULT 0 CONSTRAINT attributes_position_range CHECK (position BETWEEN 0 AND 1000000),
    is_active     boolean     NOT NULL DEFAULT true,
    version       integer     NOT NULL DEFAULT 1,
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT attributes_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT attributes_group_fkey FOREIGN KEY (tenant_id, group_id) REFERENCES attribute_groups (tenant_id, id),
    CONSTRAINT attributes_code_key UNIQUE (tenant_id, code),
    CONSTRAINT attributes_kind_key UNIQUE (tenant_id, id, kind)
);
COMMENT ON TABLE attributes IS 'What can be said of a product, with the kind of its value.';
COMMENT ON COLUMN attributes.kind IS 'Of its values; cannot change while there are any.';
COMMENT ON COLUMN attributes.unit_fa IS 'What a number counts: اینچ، گیگابایت …';
COMMENT ON COLUMN attributes.unit_en IS 'The same in English.';
COMMENT ON COLUMN attributes.is_filterable IS 'Whether buyers can narrow a list by it.';
COMMENT ON CONSTRAINT attributes_kind_key ON attributes IS 'Lets a value name its attribute''s kind, which its own column must match.';
CREATE INDEX attributes_group ON attributes (tenant_id, group_id, position, id);

CREATE TABLE attribute_choices (
    tenant_id    bigint      NOT NULL CONSTRAINT attribute_choices_tenant_fkey REFERENCES tenants (id),
    id           bigint      NOT NULL DEFAULT next_id(),
    attribute_id bigint      NOT NULL,
    code         text        NOT NULL CONSTRAINT attribute_choices_code_form CHECK (code ~ '^[a-z0-9][a-z0-9_]{0,62}$'),
    title_fa     text        NOT NULL CONSTRAINT attribute_choices_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 200),
    title_en     text        NOT NULL DEFAULT '' CONSTRAINT attribute_choices_title_en_length CHECK (length(title_en) <= 200),
    position     integer     NOT NULL DEFAULT 0 CONSTRAINT attribute_choices_position_range CHECK (position BETWEEN 0 AND 1000000),
    is_active    boolean     NOT NULL DEFAULT true,
    version      integer     NOT NULL DEFAULT 1,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT attribute_choices_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT attribute_choices_attribute_fkey FOREIGN KEY (tenant_id, attribute_id) REFERENCES attributes (tenant_id, id),
    CONSTRAINT attribute_choices_code_key UNIQUE (tenant_id, attribute_id, code),
    CONSTRAINT attribute_choices_attribute_key UNIQUE (tenant_id, attribute_id, id)
);
COMMENT ON TABLE attribute_choices IS 'The values that an attribute of kind choice can have: red, blue …';

CREATE TABLE category_attributes (
    tenant_id    bigint      NOT NULL CONSTRAINT category_attributes_tenant_fkey REFERENCES tenants (id),
    id           bigint      NOT NULL DEFAULT next_id(),
    category_id  bigint      NOT NULL,
    attribute_id bigint      NOT NULL,
    is_required  boolean     NOT NULL DEFAULT false,
    position     integer     NOT NULL DEFAULT 0 CONSTRAINT category_attributes_position_range CHECK (position BETWEEN 0 AND 1000000),
    version      integer     NOT NULL DEFAULT 1,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT category_attributes_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT category_attributes_category_fkey FOREIGN KEY (tenant_id, category_id) REFERENCES categories (tenant_id, id),
    CONSTRAINT category_attributes_attribute_fkey FOREIGN KEY (tenant_id, attribute_id) REFERENCES attributes (tenant_id, id),
    CONSTRAINT category_attributes_attribute_key UNIQUE (tenant_id, category_id, attribute_id)
);
COMMENT ON TABLE category_attributes IS 'Which attributes the products of a category have, those of the categories above included.';
COMMENT ON COLUMN category_attributes.is_required IS 'Whether a product goes on sale only with it.';
CREATE INDEX category_attributes_attribute ON category_attributes (tenant_id, attribute_id);

CREATE TABLE products (
    tenant_id        bigint      NOT NULL CONSTRAINT products_tenant_fkey REFERENCES tenants (id),
    id               bigint      NOT NULL DEFAULT next_id(),
    vendor_id        bigint      NOT NULL,
    category_id      bigint      NOT NULL,
    brand_id         bigint,
    slug             text        NOT NULL CONSTRAINT products_slug_form CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,126}$'),
    sku              text        NOT NULL CONSTRAINT products_sku_length CHECK (length(sku) BETWEEN 1 AND 64),
    barcode          text        NOT NULL DEFAULT '' CONSTRAINT products_barcode_form CHECK (barcode ~ '^([0-9]{8}|[0-9]{12,14})?$'),
    title_fa         text        NOT NULL CONSTRAINT products_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 300),
    title_en         text        NOT NULL DEFAULT '' CONSTRAINT products_title_en_length CHECK (length(title_en) <= 300),
    summary_fa       text        NOT NULL DEFAULT '' CONSTRAINT products_summary_fa_length CHECK (length(summary_fa) <= 1000),
    summary_en       text        NOT NULL DEFAULT '' CONSTRAINT products_summary_en_length CHECK (length(summary_en) <= 1000),
    description_fa   text        NOT NULL DEFAULT '' CONSTRAINT products_description_fa_length CHECK (length(description_fa) <= 50000),
    description_en   text        NOT NULL DEFAULT '' CONSTRAINT products_description_en_length CHECK (length(description_en) <= 50000),
    status           text        NOT NULL DEFAULT 'draft' CONSTRAINT products_status_known
                         CHECK (status IN ('draft', 'in_review', 'active', 'rejected', 'archived')),
    status_reason    text        NOT NULL DEFAULT '' CONSTRAINT products_status_reason_length CHECK (length(status_reason) <= 500),
    price            bigint      NOT NULL CONSTRAINT products_price_range CHECK (price BETWEEN 1 AND 9007199254740991),
    compare_at_price bigint      CONSTRAINT products_compare_at_price_range CHECK (compare_at_price BETWEEN 1 AND 9007199254740991),
    tax_rate_bp      integer     CONSTRAINT products_tax_rate_bp_range CHECK (tax_rate_bp BETWEEN 0 AND 10000),
    tax_item_id      text        NOT NULL DEFAULT '' CONSTRAINT products_tax_item_id_form CHECK (tax_item_id ~ '^([0-9]{13})?$'),
    tax_unit_code    text        NOT NULL DEFAULT '' CONSTRAINT products_tax_unit_code_form CHECK (tax_unit_code ~ '^[0-9]{0,8}$'),
    weight_grams     integer     CONSTRAINT products_weight_grams_range CHECK (weight_grams BETWEEN 1 AND 100000000),
    length_mm        integer     CONSTRAINT products_length_mm_range CHECK (length_mm BETWEEN 1 AND 100000),
    width_mm         integer     CONSTRAINT products_width_mm_range CHECK (width_mm BETWEEN 1 AND 100000),
    height_mm        integer     CONSTRAINT products_height_mm_range CHECK (height_mm BETWEEN 1 AND 100000),
    minimum_quantity integer     NOT NULL DEFAULT 1 CONSTRAINT products_minimum_quantity_range CHECK (minimum_quantity BETWEEN 1 AND 1000000),
    maximum_quantity integer     CONSTRAINT products_maximum_quantity_range CHECK (maximum_quantity BETWEEN 1 AND 1000000),
    warranty_months  integer     NOT NULL DEFAULT 0 CONSTRAINT products_warranty_months_range CHECK (warranty_months BETWEEN 0 AND 240),
    media_id         bigint,
    is_featured      boolean     NOT NULL DEFAULT false,
    published_at     timestamptz,
    version          integer     NOT NULL DEFAULT 1,
    created_at       timestamptz NOT NULL DEFAULT now(),
    updated_at       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT products_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT products_vendor_fkey FOREIGN KEY (tenant_id, vendor_id) REFERENCES vendors (tenant_id, id),
    CONSTRAINT products_category_fkey FOREIGN KEY (tenant_id, category_id) REFERENCES categories (tenant_id, id),
    CONSTRAINT products_brand_fkey FOREIGN KEY (tenant_id, brand_id) REFERENCES brands (tenant_id, id),
    CONSTRAINT products_media_fkey FOREIGN KEY (tenant_id, media_id) REFERENCES media (tenant_id, id),
    CONSTRAINT products_slug_key UNIQUE (tenant_id, slug),
    CONSTRAINT products_sku_key UNIQUE (tenant_id, vendor_id, sku),
    CONSTRAINT products_vendor_key UNIQUE (tenant_id, id, vendor_id),
    CONSTRAINT products_compare_at_price_higher CHECK (compare_at_price > price),
    CONSTRAINT products_quantities CHECK (maximum_quantity >= minimum_quantity),
    CONSTRAINT products_published CHECK (status <> 'active' OR published_at IS NOT NULL),
    CONSTRAINT products_rejected_with_reason CHECK (status <> 'rejected' OR status_reason <> '')
);
COMMENT ON TABLE products IS 'What a vendor sells (کالا). Counters and search text lie beside it, so that a change of stock does not touch its indexes.';
COMMENT ON COLUMN products.slug IS 'The product''s name in addresses of the shop.';
COMMENT ON COLUMN products.sku IS 'The vendor''s own number of it.';
COMMENT ON COLUMN products.barcode IS 'GTIN of 8, 12, 13 or 14 digits.';
COMMENT ON COLUMN products.summary_fa IS 'A sentence or two for lists.';
COMMENT ON COLUMN products.summary_en IS 'The same in English.';
COMMENT ON COLUMN products.status IS 'Only active products are on sale. Moves are acts of the program, not edits.';
COMMENT ON COLUMN products.status_reason IS 'Why it was rejected, as told to the vendor.';
COMMENT ON COLUMN products.price IS 'Rials for one, before discounts and tax.';
COMMENT ON COLUMN products.compare_at_price IS 'Rials it cost before, struck through beside the price.';
COMMENT ON COLUMN products.tax_rate_bp IS 'VAT in basis points; null: the rate of the day (tax_rates). 0: exempt.';
COMMENT ON COLUMN products.tax_item_id IS 'Goods or service id of the tax administration (شناسهٔ کالا/خدمت), 13 digits.';
COMMENT ON COLUMN products.tax_unit_code IS 'The tax administration''s code of the unit that quantities count.';
COMMENT ON COLUMN products.length_mm IS 'Packed, for shipping; so are width and height.';
COMMENT ON COLUMN products.width_mm IS 'Packed.';
COMMENT ON COLUMN products.height_mm IS 'Packed.';
COMMENT ON COLUMN products.minimum_quantity IS 'The fewest an order may have.';
COMMENT ON COLUMN products.maximum_quantity IS 'The most an order may have; null: no limit.';
COMMENT ON COLUMN products.warranty_months IS '0: no warranty.';
COMMENT ON COLUMN products.media_id IS 'Its main picture; all of them are in product_media.';
COMMENT ON COLUMN products.is_featured IS 'Whether the shop''s front shows it.';
COMMENT ON COLUMN products.published_at IS 'When it first went on sale.';
COMMENT ON CONSTRAINT products_vendor_key ON products IS 'Lets rows that belong to a product name its vendor, for row-level security, and be held to it.';
CREATE INDEX products_vendor ON products (tenant_id, vendor_id, id);
CREATE INDEX products_category ON products (tenant_id, category_id, id);
CREATE INDEX products_brand ON products (tenant_id, brand_id, id) WHERE brand_id IS NOT NULL;
CREATE INDEX products_status ON products (tenant_id, status, id);
CREATE INDEX products_price ON products (tenant_id, price, id);
CREATE INDEX products_title_fa ON products (tenant_id, title_fa, id);
CREATE INDEX products_sku ON products (tenant_id, sku COLLATE "C", id);
CREATE INDEX products_barcode ON products (tenant_id, barcode) WHERE barcode <> '';
CREATE INDEX products_media ON products (tenant_id, media_id) WHERE media_id IS NOT NULL;
CREATE INDEX products_featured ON products (tenant_id, id) WHERE is_featured AND status = 'active';

CREATE TABLE product_search (
    tenant_id  bigint NOT NULL,
    id         bigint NOT NULL,
    vendor_id  bigint NOT NULL,
    search_key text   COLLATE "C" NOT NULL CONSTRAINT product_search_search_key_length CHECK (length(search_key) <= 2000),
    CONSTRAINT product_search_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT product_search_product_fkey FOREIGN KEY (tenant_id, id, vendor_id) REFERENCES products (tenant_id, id, vendor_id)
        ON UPDATE CASCADE ON DELETE CASCADE
);
COMMENT ON TABLE product_search IS 'What products are found by, apart from them: a new price touches none of these indexes. Read it through search_products().';
COMMENT ON COLUMN product_search.id IS 'The product''s.';
COMMENT ON COLUMN product_search.search_key IS 'Titles, SKU, barcode and brand folded for searching, written by the program with the product.';
CREATE INDEX product_search_words ON product_search USING gin (tenant_id, search_key extensions.gin_trgm_ops);
CREATE INDEX product_search_beginning ON product_search (tenant_id, search_key, id);
COMMENT ON INDEX product_search_words IS 'Words anywhere in the text, within one tenant: search_products().';
COMMENT ON INDEX product_search_beginning IS 'What begins with one or two letters, too short for a trigram.';
-- Longest lists of pending entries cost searches more than they spare writers.
ALTER INDEX product_search_words SET (fastupdate = off);

CREATE TABLE product_attribute_values (
    tenant_id     bigint      NOT NULL CONSTRAINT product_attribute_values_tenant_fkey REFERENCES tenants (id),
    id            bigint      NOT NULL DEFAULT next_id(),
    product_id    bigint      NOT NULL,
    vendor_id     bigint      NOT NULL,
    attribute_id  bigint      NOT NULL,
    kind          text        NOT NULL,
    value_text    text        CONSTRAINT product_attribute_values_value_text_length CHECK (length(value_text) BETWEEN 1 AND 1000),
    value_integer integer,
    value_boolean boolean,
    value_date    date,
    choice_id     bigint,
    version       integer     NOT NULL DEFAULT 1,
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT product_attribute_values_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT product_attribute_values_product_fkey FOREIGN KEY (tenant_id, product_id, vendor_id)
        REFERENCES products (tenant_id, id, vendor_id) ON UPDATE CASCADE,
    CONSTRAINT product_attribute_values_attribute_fkey FOREIGN KEY (tenant_id, attribute_id, kind)
        REFERENCES attributes (tenant_id, id, kind),
    CONSTRAINT product_attribute_values_choice_fkey FOREIGN KEY (tenant_id, attribute_id, choice_id)
        REFERENCES attribute_choices (tenant_id, attribute_id, id),
    CONSTRAINT product_attribute_values_attribute_key UNIQUE (tenant_id, product_id, attribute_id),
    CONSTRAINT product_attribute_values_one CHECK (num_nonnulls(value_text, value_integer, value_boolean, value_date, choice_id) = 1
        AND CASE kind WHEN 'text' THEN value_text IS NOT NULL WHEN 'integer' THEN value_integer IS NOT NULL
                      WHEN 'boolean' THEN value_boolean IS NOT NULL WHEN 'date' THEN value_date IS NOT NULL
                      WHEN 'choice' THEN choice_id IS NOT NULL ELSE false END)
);
COMMENT ON TABLE product_attribute_values IS 'What is said of a product: one value of the attribute''s kind.';
COMMENT ON COLUMN product_attribute_values.vendor_id IS 'The product''s.';
COMMENT ON COLUMN product_attribute_values.kind IS 'The attribute''s, which says which column holds the value.';
COMMENT ON COLUMN product_attribute_values.value_text IS 'Of an attribute of kind text.';
COMMENT ON COLUMN product_attribute_values.value_integer IS 'Of kind integer, in the attribute''s unit.';
COMMENT ON COLUMN product_attribute_values.value_boolean IS 'Of kind boolean.';
COMMENT ON COLUMN product_attribute_values.value_date IS 'Of kind date.';
CREATE INDEX product_attribute_values_choice ON product_attribute_values (tenant_id, attribute_id, choice_id, product_id);

CREATE TABLE product_media (
    tenant_id  bigint      NOT NULL CONSTRAINT product_media_tenant_fkey REFERENCES tenants (id),
    id         bigint      NOT NULL DEFAULT next_id(),
    product_id bigint      NOT NULL,
    vendor_id  bigint      NOT NULL,
    media_id   bigint      NOT NULL,
    position   integer     NOT NULL DEFAULT 0 CONSTRAINT product_media_position_range CHECK (position BETWEEN 0 AND 1000000),
    version    integer     NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT product_media_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT product_media_product_fkey FOREIGN KEY (tenant_id, product_id, vendor_id)
        REFERENCES products (tenant_id, id, vendor_id) ON UPDATE CASCADE,
    CONSTRAINT product_media_media_fkey FOREIGN KEY (tenant_id, media_id) REFERENCES media (tenant_id, id),
    CONSTRAINT product_media_media_key UNIQUE (tenant_id, product_id, media_id)
);
COMMENT ON TABLE product_media IS 'The pictures and films of a product, in order.';
COMMENT ON COLUMN product_media.vendor_id IS 'The product''s.';
CREATE INDEX product_media_media ON product_media (tenant_id, media_id);

CREATE TABLE product_tier_prices (
    tenant_id        bigint      NOT NULL CONSTRAINT product_tier_prices_tenant_fkey REFERENCES tenants (id),
    id               bigint      NOT NULL DEFAULT next_id(),
    product_id       bigint      NOT NULL,
    vendor_id        bigint      NOT NULL,
    tier             text        NOT NULL CONSTRAINT product_tier_prices_tier_known CHECK (tier IN ('BRONZE', 'SILVER', 'GOLD', 'PLATINUM')),
    minimum_quantity integer     NOT NULL DEFAULT 1 CONSTRAINT product_tier_prices_minimum_quantity_range
                         CHECK (minimum_quantity BETWEEN 1 AND 1000000),
    price            bigint      NOT NULL CONSTRAINT product_tier_prices_price_range CHECK (price BETWEEN 1 AND 9007199254740991),
    starts_on        date,
    ends_on          date,
    is_active        boolean     NOT NULL DEFAULT true,
    version          integer     NOT NULL DEFAULT 1,
    created_at       timestamptz NOT NULL DEFAULT now(),
    updated_at       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT product_tier_prices_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT product_tier_prices_product_fkey FOREIGN KEY (tenant_id, product_id, vendor_id)
        REFERENCES products (tenant_id, id, vendor_id) ON UPDATE CASCADE,
    CONSTRAINT product_tier_prices_step_key UNIQUE (tenant_id, product_id, tier, minimum_quantity),
    CONSTRAINT product_tier_prices_dates CHECK (starts_on <= ends_on)
);
COMMENT ON TABLE product_tier_prices IS 'What dealers of a tier pay from a quantity on (قیمت پله‌ای).';
COMMENT ON COLUMN product_tier_prices.vendor_id IS 'The product''s.';
COMMENT ON COLUMN product_tier_prices.minimum_quantity IS 'The price holds from this quantity up to the next step.';
COMMENT ON COLUMN product_tier_prices.price IS 'Rials for one.';
COMMENT ON COLUMN product_tier_prices.starts_on IS 'First day; null: from the beginning.';
COMMENT ON COLUMN product_tier_prices.ends_on IS 'Last day; null: without end.';

CREATE TABLE spatial_assets (
    tenant_id        bigint      NOT NULL CONSTRAINT spatial_assets_tenant_fkey REFERENCES tenants (id),
    id               bigint      NOT NULL DEFAULT next_id(),
    product_id       bigint      NOT NULL,
    vendor_id        bigint      NOT NULL,
    model_media_id   bigint      NOT NULL,
    usdz_media_id    bigint,
    poster_media_id  bigint,
    title_fa         text        NOT NULL DEFAULT '' CONSTRAINT spatial_assets_title_fa_length CHECK (length(title_fa) <= 200),
    title_en         text        NOT NULL DEFAULT '' CONSTRAINT spatial_assets_title_en_length CHECK (length(title_en) <= 200),
    status           text        NOT NULL DEFAULT 'pending' CONSTRAINT spatial_assets_status_known CHECK (status IN ('pending', 'ready', 'rejected')),
    status_reason    text        NOT NULL DEFAULT '' CONSTRAINT spatial_assets_status_reason_length CHECK (length(status_reason) <= 500),
    triangle_count   integer     CONSTRAINT spatial_assets_triangle_count_range CHECK (triangle_count >= 0),
    texture_count    integer     CONSTRAINT spatial_assets_texture_count_range CHECK (texture_count >= 0),
    width_mm         integer     CONSTRAINT spatial_assets_width_mm_positive CHECK (width_mm > 0),
    height_mm        integer     CONSTRAINT spatial_assets_height_mm_positive CHECK (height_mm > 0),
    depth_mm         integer     CONSTRAINT spatial_assets_depth_mm_positive CHECK (depth_mm > 0),
    is_active        boolean     NOT NULL DEFAULT true,
    version          integer     NOT NULL DEFAULT 1,
    created_at       timestamptz NOT NULL DEFAULT now(),
    updated_at       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT spatial_assets_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT spatial_assets_product_fkey FOREIGN KEY (tenant_id, product_id, vendor_id)
        REFERENCES products (tenant_id, id, vendor_id) ON UPDATE CASCADE,
    CONSTRAINT spatial_assets_model_media_fkey FOREIGN KEY (tenant_id, model_media_id) REFERENCES media (tenant_id, id),
    CONSTRAINT spatial_assets_usdz_media_fkey FOREIGN KEY (tenant_id, usdz_media_id) REFERENCES media (tenant_id, id),
    CONSTRAINT spatial_assets_poster_media_fkey FOREIGN KEY (tenant_id, poster_media_id) REFERENCES media (tenant_id, id),
    CONSTRAINT spatial_assets_model_key UNIQUE (tenant_id, product_id, model_media_id),
    CONSTRAINT spatial_assets_rejected_with_reason CHECK (status <> 'rejected' OR status_reason <> '')
);
COMMENT ON TABLE spatial_assets IS '3D models of products, to be turned and placed in a room.';
COMMENT ON COLUMN spatial_assets.vendor_id IS 'The product''s.';
COMMENT ON COLUMN spatial_assets.model_media_id IS 'The model, GLB: the source of the others.';
COMMENT ON COLUMN spatial_assets.usdz_media_id IS 'The same as USDZ, for iOS.';
COMMENT ON COLUMN spatial_assets.poster_media_id IS 'The picture shown until the model is loaded.';
COMMENT ON COLUMN spatial_assets.status_reason IS 'Why it was rejected.';
COMMENT ON COLUMN spatial_assets.triangle_count IS 'As the check of the model found; null before it.';
COMMENT ON COLUMN spatial_assets.texture_count IS 'As the check of the model found; null before it.';
COMMENT ON COLUMN spatial_assets.width_mm IS 'The real thing''s size, as are height and depth.';
COMMENT ON COLUMN spatial_assets.height_mm IS 'The real thing''s.';
COMMENT ON COLUMN spatial_assets.depth_mm IS 'The real thing''s.';
CREATE INDEX spatial_assets_product ON spatial_assets (tenant_id, product_id, id);
CREATE INDEX spatial_assets_model_media ON spatial_assets (tenant_id, model_media_id);
CREATE INDEX spatial_assets_usdz_media ON spatial_assets (tenant_id, usdz_media_id) WHERE usdz_media_id IS NOT NULL;
CREATE INDEX spatial_assets_poster_media ON spatial_assets (tenant_id, poster_media_id) WHERE poster_media_id IS NOT NULL;

SELECT protect_table('categories', 'write', '{"outsider": "true"}'),
       protect_table('brands', 'write', '{"outsider": "true"}'),
       protect_table('attribute_groups', 'write', '{"outsider": "true"}'),
       protect_table('attributes', 'write', '{"outsider": "true"}'),
       protect_table('attribute_choices', 'write', '{"outsider": "true"}'),
       protect_table('category_attributes', 'edit', '{"outsider": "true"}'),
       -- A vendor works on its own goods and does not see the others'; buyers see what is or was on sale.
       protect_table('products', 'write', $${"vendor": "vendor_id = $", "customer": "status IN ('active', 'archived')",
                                             "dealer": "status IN ('active', 'archived')"}$$, '{"vendor": "vendor_id = $"}'),
       protect_table('product_search', 'work', '{"vendor": "vendor_id = $"}', '{"vendor": "vendor_id = $"}'),
       protect_table('product_attribute_values', 'edit',
                     '{"vendor": "vendor_id = $", "customer": "true", "dealer": "true"}', '{"vendor": "vendor_id = $"}'),
       protect_table('product_media', 'edit', '{"vendor": "vendor_id = $", "customer": "true", "dealer": "true"}',
                     '{"vendor": "vendor_id = $"}'),
       -- Another tier's prices are not a dealer's business, nor a customer's.
       protect_table('product_tier_prices', 'edit', $${"vendor": "vendor_id = $", "dealer":
                     "tier = (SELECT d.tier FROM app.dealer_profiles d WHERE d.tenant_id = product_tier_prices.tenant_id AND d.id = $)"}$$,
                     '{"vendor": "vendor_id = $"}'),
       protect_table('spatial_assets', 'write', $${"vendor": "vendor_id = $", "customer": "status = 'ready' AND is_active",
                                                   "dealer": "status = 'ready' AND is_active"}$$, '{"vendor": "vendor_id = $"}');

GRANT SELECT ON product_search TO nextgen_definer;
CREATE FUNCTION search_products(needle text) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, app AS $$
    SELECT find_matches('app.product_search', needle,
                        coalesce('vendor_id = ' || nullif(current_setting('app.vendor_id', true), '')::bigint, 'true'))
$$;
COMMENT ON FUNCTION search_products(text) IS
    'Ids of this tenant''s products (a vendor''s: its own) that hold every word of the folded needle, to be joined to products:
     up to 10,000, the newest when there are more.';
ALTER FUNCTION search_products(text) OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION search_products(text) TO nextgen_server, nextgen_reader;
