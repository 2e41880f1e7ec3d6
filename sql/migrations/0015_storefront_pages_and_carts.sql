-- What the shop shows beside its goods, and what buyers put aside: carts and wishlists.
SET LOCAL search_path = app, public;

CREATE TABLE pages (
    tenant_id     bigint      NOT NULL CONSTRAINT pages_tenant_fkey REFERENCES tenants (id),
    id            bigint      NOT NULL DEFAULT next_id(),
    slug          text        NOT NULL CONSTRAINT pages_slug_form CHECK (slug ~ '^[a-z0-9][a-z0-9/-]{0,126}$'),
    title_fa      text        NOT NULL CONSTRAINT pages_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 200),
    title_en      text        NOT NULL DEFAULT '' CONSTRAINT pages_title_en_length CHECK (length(title_en) <= 200),
    body_fa       text        NOT NULL DEFAULT '' CONSTRAINT pages_body_fa_length CHECK (length(body_fa) <= 200000),
    body_en       text        NOT NULL DEFAULT '' CONSTRAINT pages_body_en_length CHECK (length(body_en) <= 200000),
    meta_fa       text        NOT NULL DEFAULT '' CONSTRAINT pages_meta_fa_length CHECK (length(meta_fa) <= 300),
    meta_en       text        NOT NULL DEFAULT '' CONSTRAINT pages_meta_en_length CHECK (length(meta_en) <= 300),
    status        text        NOT NULL DEFAULT 'draft' CONSTRAINT pages_status_known CHECK (status IN ('draft', 'published', 'archived')),
    published_at  timestamptz,
    ends_at       timestamptz,
    media_id      bigint,
    position      integer     NOT NULL DEFAULT 0 CONSTRAINT pages_position_range CHECK (position BETWEEN 0 AND 1000000),
    search_key    text        NOT NULL DEFAULT '',
    version       integer     NOT NULL DEFAULT 1,
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pages_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT pages_media_fkey FOREIGN KEY (tenant_id, media_id) REFERENCES media (tenant_id, id),
    CONSTRAINT pages_slug_key UNIQUE (tenant_id, slug),
    CONSTRAINT pages_published CHECK (status <> 'published' OR published_at IS NOT NULL),
    CONSTRAINT pages_times CHECK (published_at < ends_at)
);
COMMENT ON TABLE pages IS 'Pages of text in the shop: about us, terms, help.';
COMMENT ON COLUMN pages.slug IS 'The page''s name in addresses of the shop; may hold slashes.';
COMMENT ON COLUMN pages.body_fa IS 'Markdown.';
COMMENT ON COLUMN pages.body_en IS 'Markdown.';
COMMENT ON COLUMN pages.meta_fa IS 'What search engines show under the title.';
COMMENT ON COLUMN pages.meta_en IS 'The same in English.';
COMMENT ON COLUMN pages.published_at IS 'Shown from then on; may lie ahead.';
COMMENT ON COLUMN pages.ends_at IS 'Shown until then; null: without end.';
COMMENT ON COLUMN pages.search_key IS 'Slug and titles folded for searching.';
CREATE INDEX pages_status ON pages (tenant_id, status, position, id);
CREATE INDEX pages_title_fa ON pages (tenant_id, title_fa, id);
CREATE INDEX pages_media ON pages (tenant_id, media_id) WHERE media_id IS NOT NULL;

CREATE TABLE banners (
    tenant_id   bigint      NOT NULL CONSTRAINT banners_tenant_fkey REFERENCES tenants (id),
    id          bigint      NOT NULL DEFAULT next_id(),
    slot        text        NOT NULL CONSTRAINT banners_slot_form CHECK (slot ~ '^[a-z][a-z0-9_]{0,62}$'),
    title_fa    text        NOT NULL CONSTRAINT banners_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 200),
    title_en    text        NOT NULL DEFAULT '' CONSTRAINT banners_title_en_length CHECK (length(title_en) <= 200),
    media_id    bigint,
    media_en_id bigint,
    target_url  text        NOT NULL DEFAULT '' CONSTRAINT banners_target_url_form CHECK (target_url = '' OR target_url ~ '^(https?:/)?/.{0,400}$'),
    audience    text        NOT NULL DEFAULT 'everybody' CONSTRAINT banners_audience_known
                    CHECK (audience IN ('everybody', 'customers', 'dealers')),
    starts_at   timestamptz NOT NULL DEFAULT now(),
    ends_at     timestamptz,
    position    integer     NOT NULL DEFAULT 0 CONSTRAINT banners_position_range CHECK (position BETWEEN 0 AND 1000000),
    is_active   boolean     NOT NULL DEFAULT true,
    version     integer     NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT banners_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT banners_media_fkey FOREIGN KEY (tenant_id, media_id) REFERENCES media (tenant_id, id),
    CONSTRAINT banners_media_en_fkey FOREIGN KEY (tenant_id, media_en_id) REFERENCES media (tenant_id, id),
    CONSTRAINT banners_times CHECK (starts_at < ends_at)
);
COMMENT ON TABLE banners IS 'Pictures with a link in the shop''s places for them.';
COMMENT ON COLUMN banners.slot IS 'The place: home_top, category_side …';
COMMENT ON COLUMN banners.media_id IS 'The Persian picture.';
COMMENT ON COLUMN banners.media_en_id IS 'The English picture; null: the Persian one.';
COMMENT ON COLUMN banners.target_url IS 'Where a click leads: an address, or a path in the shop.';
COMMENT ON COLUMN banners.ends_at IS 'Shown until then; null: without end.';
CREATE INDEX banners_slot ON banners (tenant_id, slot, position, id);
CREATE INDEX banners_ends_at ON banners (tenant_id, ends_at, id);
CREATE INDEX banners_media ON banners (tenant_id, media_id) WHERE media_id IS NOT NULL;
CREATE INDEX banners_media_en ON banners (tenant_id, media_en_id) WHERE media_en_id IS NOT NULL;

CREATE TABLE carts (
    tenant_id   bigint      NOT NULL CONSTRAINT carts_tenant_fkey REFERENCES tenants (id),
    id          bigint      NOT NULL DEFAULT next_id(),
    customer_id bigint,
    dealer_id   bigint,
    guest_hash  bytea       CONSTRAINT carts_guest_hash_length CHECK (length(guest_hash) = 32),
    status      text        NOT NULL DEFAULT 'open' CONSTRAINT carts_status_known CHECK (status IN ('open', 'ordered', 'merged', 'abandoned')),
    checkout_id bigint,
    discount_code text      NOT NULL DEFAULT '' CONSTRAINT carts_discount_code_length CHECK (length(discount_code) <= 40),
    version     integer     NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT carts_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT carts_customer_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES users (tenant_id, id),
    CONSTRAINT carts_dealer_fkey FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer_profiles (tenant_id, id),
    CONSTRAINT carts_whose CHECK (customer_id IS NOT NULL OR guest_hash IS NOT NULL),
    CONSTRAINT carts_ordered CHECK ((status = 'ordered') = (checkout_id IS NOT NULL))
);
COMMENT ON TABLE carts IS 'What a buyer is about to order (سبد خرید). A person has one open cart; it becomes orders once.';
COMMENT ON COLUMN carts.customer_id IS 'Whose it is; null: a guest''s.';
COMMENT ON COLUMN carts.dealer_id IS 'The dealer that the person buys for, at the dealer''s prices.';
COMMENT ON COLUMN carts.guest_hash IS 'Hash of the token that a guest''s browser holds.';
COMMENT ON COLUMN carts.checkout_id IS 'Of an ordered cart: the purchase it became, which its orders name too.';
CREATE UNIQUE INDEX carts_one_open ON carts (tenant_id, customer_id) WHERE status = 'open' AND customer_id IS NOT NULL;
CREATE UNIQUE INDEX carts_guest_key ON carts (tenant_id, guest_hash) WHERE guest_hash IS NOT NULL AND status = 'open';
CREATE UNIQUE INDEX carts_checkout_key ON carts (tenant_id, checkout_id) WHERE checkout_id IS NOT NULL;
CREATE INDEX carts_customer ON carts (tenant_id, customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX carts_dealer ON carts (tenant_id, dealer_id, id) WHERE dealer_id IS NOT NULL;
CREATE INDEX carts_idle ON carts (tenant_id, status, updated_at, id);
COMMENT ON INDEX carts_idle IS 'Carts that nobody came back to.';

CREATE TABLE cart_items (
    tenant_id  bigint      NOT NULL,
    id         bigint      NOT NULL DEFAULT next_id(),
    cart_id    bigint      NOT NULL,
    product_id bigint      NOT NULL,
    quantity   integer     NOT NULL CONSTRAINT cart_items_quantity_range CHECK (quantity BETWEEN 1 AND 1000000),
    seen_price bigint      NOT NULL CONSTRAINT cart_items_seen_price_range CHECK (seen_price BETWEEN 1 AND 9007199254740991),
    version    integer     NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT cart_items_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT cart_items_cart_fkey FOREIGN KEY (tenant_id, cart_id) REFERENCES carts (tenant_id, id),
    CONSTRAINT cart_items_product_fkey FOREIGN KEY (tenant_id, product_id) REFERENCES products (tenant_id, id),
    CONSTRAINT cart_items_product_key UNIQUE (tenant_id, cart_id, product_id)
);
COMMENT ON TABLE cart_items IS 'A product in a cart.';
COMMENT ON COLUMN cart_items.seen_price IS 'Rials for one when it was put in, to tell the buyer of a change; what is paid is worked out anew.';
CREATE INDEX cart_items_product ON cart_items (tenant_id, product_id);

CREATE TABLE wishlists (
    tenant_id   bigint      NOT NULL CONSTRAINT wishlists_tenant_fkey REFERENCES tenants (id),
    id          bigint      NOT NULL DEFAULT next_id(),
    customer_id bigint      NOT NULL,
    title       text        NOT NULL DEFAULT '' CONSTRAINT wishlists_title_length CHECK (length(title) <= 100),
    is_default  boolean     NOT NULL DEFAULT false,
    version     integer     NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT wishlists_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT wishlists_customer_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES users (tenant_id, id),
    CONSTRAINT wishlists_title_key UNIQUE (tenant_id, customer_id, title)
);
COMMENT ON TABLE wishlists IS 'A buyer''s lists of goods for later.';
COMMENT ON COLUMN wishlists.is_default IS 'The one that the heart beside a product fills.';
CREATE UNIQUE INDEX wishlists_one_default ON wishlists (tenant_id, customer_id) WHERE is_default;

CREATE TABLE wishlist_items (
    tenant_id          bigint      NOT NULL,
    id                 bigint      NOT NULL DEFAULT next_id(),
    wishlist_id        bigint      NOT NULL,
    product_id         bigint      NOT NULL,
    note               text        NOT NULL DEFAULT '' CONSTRAINT wishlist_items_note_length CHECK (length(note) <= 300),
    seen_price         bigint      NOT NULL CONSTRAINT wishlist_items_seen_price_range CHECK (seen_price BETWEEN 1 AND 9007199254740991),
    is_notified        boolean     NOT NULL DEFAULT false,
    version            integer     NOT NULL DEFAULT 1,
    created_at         timestamptz NOT NULL DEFAULT now(),
    updated_at         timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT wishlist_items_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT wishlist_items_wishlist_fkey FOREIGN KEY (tenant_id, wishlist_id) REFERENCES wishlists (tenant_id, id),
    CONSTRAINT wishlist_items_product_fkey FOREIGN KEY (tenant_id, product_id) REFERENCES products (tenant_id, id),
    CONSTRAINT wishlist_items_product_key UNIQUE (tenant_id, wishlist_id, product_id)
);
COMMENT ON TABLE wishlist_items IS 'A product on a list.';
COMMENT ON COLUMN wishlist_items.seen_price IS 'Rials for one when it was put there: a lower one is told.';
COMMENT ON COLUMN wishlist_items.is_notified IS 'Whether its return or lower price was told already.';
CREATE INDEX wishlist_items_product ON wishlist_items (tenant_id, product_id);

SELECT protect_table('pages', 'write', $${"outsider": "status = 'published' AND published_at <= now()"}$$),
       protect_table('banners', 'write', $${"customer": "is_active AND audience IN ('everybody', 'customers')",
                                            "dealer": "is_active AND audience IN ('everybody', 'dealers')"}$$),
       protect_table('carts', 'draft', '{"customer": "customer_id = $"}', '{"customer": "customer_id = $"}'),
       protect_table('cart_items', 'draft',
                     '{"customer": "EXISTS (SELECT FROM app.carts c WHERE c.tenant_id = cart_items.tenant_id AND c.id = cart_items.cart_id)"}',
                     '{"customer": "EXISTS (SELECT FROM app.carts c WHERE c.tenant_id = cart_items.tenant_id AND c.id = cart_items.cart_id)"}'),
       protect_table('wishlists', 'draft', '{"customer": "customer_id = $"}', '{"customer": "customer_id = $"}'),
       protect_table('wishlist_items', 'draft',
                     '{"customer": "EXISTS (SELECT FROM app.wishlists w WHERE w.tenant_id = wishlist_items.tenant_id AND w.id = wishlist_items.wishlist_id)"}',
                     '{"customer": "EXISTS (SELECT FROM app.wishlists w WHERE w.tenant_id = wishlist_items.tenant_id AND w.id = wishlist_items.wishlist_id)"}');
