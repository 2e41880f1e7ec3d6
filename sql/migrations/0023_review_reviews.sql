-- What buyers say of products.
SET LOCAL search_path = app, public;

CREATE TABLE reviews (
    tenant_id         bigint      NOT NULL CONSTRAINT reviews_tenant_fkey REFERENCES tenants (id),
    id                bigint      NOT NULL DEFAULT next_id(),
    product_id        bigint      NOT NULL,
    vendor_id         bigint      NOT NULL,
    customer_id       bigint      NOT NULL,
    author_name       text        NOT NULL CONSTRAINT reviews_author_name_length CHECK (length(author_name) BETWEEN 1 AND 200),
    order_id          bigint,
    rating            integer     NOT NULL CONSTRAINT reviews_rating_range CHECK (rating BETWEEN 1 AND 5),
    title             text        NOT NULL DEFAULT '' CONSTRAINT reviews_title_length CHECK (length(title) <= 200),
    body              text        NOT NULL DEFAULT '' CONSTRAINT reviews_body_length CHECK (length(body) <= 5000),
    status            text        NOT NULL DEFAULT 'pending' CONSTRAINT reviews_status_known CHECK (status IN ('pending', 'published', 'hidden', 'rejected')),
    status_reason     text        NOT NULL DEFAULT '' CONSTRAINT reviews_status_reason_length CHECK (length(status_reason) <= 500),
    published_at      timestamptz,
    vendor_reply      text        NOT NULL DEFAULT '' CONSTRAINT reviews_vendor_reply_length CHECK (length(vendor_reply) <= 2000),
    vendor_replied_at timestamptz,
    report_count      integer     NOT NULL DEFAULT 0 CONSTRAINT reviews_report_count_range CHECK (report_count >= 0),
    search_key        text        NOT NULL DEFAULT '',
    version           integer     NOT NULL DEFAULT 1,
    created_at        timestamptz NOT NULL DEFAULT now(),
    updated_at        timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT reviews_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT reviews_product_fkey FOREIGN KEY (tenant_id, product_id, vendor_id) REFERENCES products (tenant_id, id, vendor_id),
    CONSTRAINT reviews_customer_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES users (tenant_id, id),
    CONSTRAINT reviews_order_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES order_numbers (tenant_id, id),
    CONSTRAINT reviews_one_a_person UNIQUE (tenant_id, product_id, customer_id),
    CONSTRAINT reviews_published CHECK (status <> 'published' OR published_at IS NOT NULL),
    CONSTRAINT reviews_refused_with_reason CHECK (status NOT IN ('hidden', 'rejected') OR status_reason <> ''),
    CONSTRAINT reviews_replied CHECK ((vendor_reply = '') = (vendor_replied_at IS NULL))
);
COMMENT ON TABLE reviews IS 'A buyer''s opinion of a product, shown once it was looked at.';
COMMENT ON COLUMN reviews.vendor_id IS 'The product''s.';
COMMENT ON COLUMN reviews.author_name IS 'As shown beside it.';
COMMENT ON COLUMN reviews.order_id IS 'The order by which the author bought it: a verified purchase. Null: not known to have bought.';
COMMENT ON COLUMN reviews.rating IS 'Stars, 1 to 5.';
COMMENT ON COLUMN reviews.status_reason IS 'Why it is not shown.';
COMMENT ON COLUMN reviews.vendor_reply IS 'The vendor''s one answer, shown under it.';
COMMENT ON COLUMN reviews.report_count IS 'How many people called it abuse.';
COMMENT ON COLUMN reviews.search_key IS 'Title and text folded for searching.';
CREATE INDEX reviews_product ON reviews (tenant_id, product_id, status, id);
CREATE INDEX reviews_vendor ON reviews (tenant_id, vendor_id, id);
CREATE INDEX reviews_customer ON reviews (tenant_id, customer_id, id);
CREATE INDEX reviews_order ON reviews (tenant_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX reviews_status ON reviews (tenant_id, status, id);
CREATE INDEX reviews_rating ON reviews (tenant_id, rating, id);
COMMENT ON INDEX reviews_status IS 'What waits to be looked at.';

CREATE TABLE review_helpfuls (
    tenant_id   bigint      NOT NULL,
    id          bigint      NOT NULL DEFAULT next_id(),
    review_id   bigint      NOT NULL,
    customer_id bigint      NOT NULL,
    is_helpful  boolean     NOT NULL,
    version     integer     NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT review_helpfuls_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT review_helpfuls_review_fkey FOREIGN KEY (tenant_id, review_id) REFERENCES reviews (tenant_id, id),
    CONSTRAINT review_helpfuls_customer_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES users (tenant_id, id),
    CONSTRAINT review_helpfuls_one_a_person UNIQUE (tenant_id, review_id, customer_id)
);
COMMENT ON TABLE review_helpfuls IS 'Whether a person found a review helpful; votes are counted when it is shown.';
CREATE INDEX review_helpfuls_customer ON review_helpfuls (tenant_id, customer_id, id);

SELECT protect_table('reviews', 'write', $${"outsider": "status = 'published'", "vendor": "vendor_id = $", "customer": "customer_id = $"}$$,
                     $${"vendor": "vendor_id = $ AND status = 'published'", "customer": "customer_id = $ AND status = 'pending'"}$$),
       protect_table('review_helpfuls', 'draft', '{"outsider": "true"}', '{"customer": "customer_id = $"}');
