-- Orders. A purchase becomes one order for each vendor; they share a checkout. Orders and what belongs to them are kept in
-- monthly partitions. Other tables refer to order_numbers, which is not, so that a month can be taken away under them.
SET LOCAL search_path = app, public;

CREATE TABLE orders (
    tenant_id          bigint      NOT NULL,
    id                 bigint      NOT NULL DEFAULT next_id(),
    order_number       text        NOT NULL CONSTRAINT orders_order_number_length CHECK (length(order_number) BETWEEN 1 AND 32),
    checkout_id        bigint      NOT NULL,
    vendor_id          bigint      NOT NULL,
    customer_id        bigint,
    dealer_id          bigint,
    buyer_name         text        NOT NULL CONSTRAINT orders_buyer_name_length CHECK (length(buyer_name) BETWEEN 1 AND 200),
    channel            text        NOT NULL DEFAULT 'shop' CONSTRAINT orders_channel_known CHECK (channel IN ('shop', 'desk', 'api', 'import')),
    status             text        NOT NULL DEFAULT 'draft' CONSTRAINT orders_status_known CHECK (status IN
                           ('draft', 'placed', 'on_hold', 'confirmed', 'processing', 'shipped', 'delivered', 'completed', 'cancelled', 'returned')),
    payment_status     text        NOT NULL DEFAULT 'unpaid' CONSTRAINT orders_payment_status_known CHECK (payment_status IN
                           ('unpaid', 'partly_paid', 'paid', 'on_credit', 'partly_refunded', 'refunded')),
    fulfilment_status  text        NOT NULL DEFAULT 'unfulfilled' CONSTRAINT orders_fulfilment_status_known CHECK (fulfilment_status IN
                           ('unfulfilled', 'partly_fulfilled', 'fulfilled', 'returned')),
    ordered_on         date        NOT NULL,
    placed_at          timestamptz,
    confirmed_at       timestamptz,
    shipped_at         timestamptz,
    delivered_at       timestamptz,
    cancelled_at       timestamptz,
    cancel_reason      text        NOT NULL DEFAULT '' CONSTRAINT orders_cancel_reason_length CHECK (length(cancel_reason) <= 500),
    items_amount       bigint      NOT NULL CONSTRAINT orders_items_amount_range CHECK (items_amount BETWEEN 0 AND 9007199254740991),
    discount_amount    bigint      NOT NULL DEFAULT 0 CONSTRAINT orders_discount_amount_range CHECK (discount_amount BETWEEN 0 AND 9007199254740991),
    shipping_amount    bigint      NOT NULL DEFAULT 0 CONSTRAINT orders_shipping_amount_range CHECK (shipping_amount BETWEEN 0 AND 9007199254740991),
    tax_amount         bigint      NOT NULL DEFAULT 0 CONSTRAINT orders_tax_amount_range CHECK (tax_amount BETWEEN 0 AND 9007199254740991),
    total_amount       bigint      NOT NULL CONSTRAINT orders_total_amount_range CHECK (total_amount BETWEEN 0 AND 9007199254740991),
    paid_amount        bigint      NOT NULL DEFAULT 0 CONSTRAINT orders_paid_amount_range CHECK (paid_amount BETWEEN 0 AND 9007199254740991),
    refunded_amount    bigint      NOT NULL DEFAULT 0 CONSTRAINT orders_refunded_amount_range CHECK (refunded_amount BETWEEN 0 AND 9007199254740991),
    shipping_method_id bigint,
    recipient_name     text        NOT NULL DEFAULT '' CONSTRAINT orders_recipient_name_length CHECK (length(recipient_name) <= 200),
    recipient_mobile   text        NOT NULL DEFAULT '' CONSTRAINT orders_recipient_mobile_form CHECK (recipient_mobile ~ '^(09[0-9]{9})?$'),
    province           text        NOT NULL DEFAULT '' CONSTRAINT orders_province_length CHECK (length(province) <= 60),
    city               text        NOT NULL DEFAULT '' CONSTRAINT orders_city_length CHECK (length(city) <= 60),
    address            text        NOT NULL DEFAULT '' CONSTRAINT orders_address_length CHECK (length(address) <= 600),
    postal_code        text        NOT NULL DEFAULT '' CONSTRAINT orders_postal_code_form CHECK (postal_code ~ '^([0-9]{10})?$'),
    tracking_code      text        NOT NULL DEFAULT '' CONSTRAINT orders_tracking_code_length CHECK (length(tracking_code) <= 64),
    note               text        NOT NULL DEFAULT '' CONSTRAINT orders_note_length CHECK (length(note) <= 1000),
    search_key         text        NOT NULL DEFAULT '',
    version            integer     NOT NULL DEFAULT 1,
    created_at         timestamptz NOT NULL DEFAULT now(),
    updated_at         timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT orders_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT orders_vendor_fkey FOREIGN KEY (tenant_id, vendor_id) REFERENCES vendors (tenant_id, id),
    CONSTRAINT orders_customer_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES users (tenant_id, id),
    CONSTRAINT orders_dealer_fkey FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer_profiles (tenant_id, id),
    CONSTRAINT orders_shipping_method_fkey FOREIGN KEY (tenant_id, shipping_method_id) REFERENCES shipping_methods (tenant_id, id),
    CONSTRAINT orders_whose CHECK (customer_id IS NOT NULL OR dealer_id IS NOT NULL),
    CONSTRAINT orders_sum CHECK (total_amount = items_amount - discount_amount + shipping_amount + tax_amount),
    CONSTRAINT orders_discount_within CHECK (discount_amount <= items_amount + shipping_amount),
    CONSTRAINT orders_refund_within_paid CHECK (refunded_amount <= paid_amount),
    CONSTRAINT orders_placed CHECK (status = 'draft' OR placed_at IS NOT NULL),
    CONSTRAINT orders_cancelled CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL) AND (status <> 'cancelled' OR cancel_reason <> '')),
    CONSTRAINT orders_shipped CHECK (status <> 'shipped' OR shipped_at IS NOT NULL),
    CONSTRAINT orders_delivered CHECK (status NOT IN ('delivered', 'completed') OR delivered_at IS NOT NULL),
    CONSTRAINT orders_times CHECK (placed_at <= confirmed_at AND placed_at <= shipped_at AND shipped_at <= delivered_at),
    CONSTRAINT orders_paid CHECK (CASE payment_status
        WHEN 'unpaid' THEN paid_amount = 0
        WHEN 'partly_paid' THEN paid_amount BETWEEN 1 AND total_amount - 1
        WHEN 'paid' THEN paid_amount >= total_amount AND refunded_amount = 0
        WHEN 'partly_refunded' THEN refunded_amount BETWEEN 1 AND paid_amount - 1
        WHEN 'refunded' THEN refunded_amount = paid_amount
        ELSE true END)
) PARTITION BY RANGE (id);
COMMENT ON TABLE orders IS 'What a buyer bought of one vendor (سفارش). Status, payment and fulfilment are three axes.';
COMMENT ON COLUMN orders.order_number IS 'As people name it; never changes, order_numbers keeps it unique.';
COMMENT ON COLUMN orders.checkout_id IS 'The purchase it was part of: orders placed together share it; the first one''s id.';
COMMENT ON COLUMN orders.customer_id IS 'The person who bought.';
COMMENT ON COLUMN orders.dealer_id IS 'The dealer it was bought for, on credit or not.';
COMMENT ON COLUMN orders.buyer_name IS 'The buyer as named when the order was placed.';
COMMENT ON COLUMN orders.channel IS 'Where it came from: the shop, a clerk, another program, an import.';
COMMENT ON COLUMN orders.status IS 'Moves are acts of the program. on_hold: waits for somebody, as for credit.';
COMMENT ON COLUMN orders.ordered_on IS 'The business date in Tehran, which may lie before the day of recording.';
COMMENT ON COLUMN orders.items_amount IS 'Rials of the lines before discounts and tax.';
COMMENT ON COLUMN orders.discount_amount IS 'Rials off, of lines, order and shipping together.';
COMMENT ON COLUMN orders.shipping_amount IS 'Rials for sending.';
COMMENT ON COLUMN orders.tax_amount IS 'Rials of value added tax.';
COMMENT ON COLUMN orders.total_amount IS 'Rials to pay.';
COMMENT ON COLUMN orders.paid_amount IS 'Rials received for it.';
COMMENT ON COLUMN orders.refunded_amount IS 'Rials of these given back.';
COMMENT ON COLUMN orders.tracking_code IS 'The carrier''s, for the method''s tracking address.';
COMMENT ON COLUMN orders.note IS 'The buyer''s.';
COMMENT ON COLUMN orders.search_key IS 'Number, buyer, recipient and mobile folded for searching; order_numbers is searched.';
CREATE INDEX orders_vendor ON orders (tenant_id, vendor_id, id);
CREATE INDEX orders_customer ON orders (tenant_id, customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX orders_dealer ON orders (tenant_id, dealer_id, status, id) WHERE dealer_id IS NOT NULL;
CREATE INDEX orders_status ON orders (tenant_id, status, id);
CREATE INDEX orders_ordered_on ON orders (tenant_id, ordered_on, id) INCLUDE (total_amount);
CREATE INDEX orders_unpaid ON orders (tenant_id, payment_status, id) WHERE payment_status IN ('unpaid', 'partly_paid');
CREATE INDEX orders_to_send ON orders (tenant_id, vendor_id, id) WHERE status IN ('confirmed', 'processing') AND fulfilment_status <> 'fulfilled';
CREATE INDEX orders_checkout ON orders (tenant_id, checkout_id);
CREATE INDEX orders_shipping_method ON orders (tenant_id, shipping_method_id) WHERE shipping_method_id IS NOT NULL;
COMMENT ON INDEX orders_dealer IS 'A dealer''s orders, and those not yet billed for its exposure.';
COMMENT ON INDEX orders_unpaid IS 'What waits for money.';
COMMENT ON INDEX orders_to_send IS 'A vendor''s goods to send.';

CREATE TABLE order_numbers (
    tenant_id    bigint NOT NULL CONSTRAINT order_numbers_tenant_fkey REFERENCES tenants (id),
    id           bigint NOT NULL,
    order_number text   COLLATE "C" NOT NULL,
    vendor_id    bigint NOT NULL,
    customer_id  bigint,
    dealer_id    bigint,
    search_key   text   COLLATE "C" NOT NULL,
    CONSTRAINT order_numbers_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT order_numbers_order_number_key UNIQUE (tenant_id, order_number)
);
COMMENT ON TABLE order_numbers IS 'Every order there ever was, narrow and not partitioned: keeps numbers unique, is searched, and is what other tables refer to. Kept by the orders.';
COMMENT ON COLUMN order_numbers.id IS 'The order''s.';
COMMENT ON COLUMN order_numbers.order_number IS 'The order''s.';
COMMENT ON COLUMN order_numbers.vendor_id IS 'The order''s, as are customer and dealer.';
COMMENT ON COLUMN order_numbers.customer_id IS 'The order''s.';
COMMENT ON COLUMN order_numbers.dealer_id IS 'The order''s.';
COMMENT ON COLUMN order_numbers.search_key IS 'The order''s.';
CREATE INDEX order_numbers_words ON order_numbers USING gin (tenant_id, search_key extensions.gin_trgm_ops);
COMMENT ON INDEX order_numbers_words IS 'Words anywhere in the text, within one tenant: search_orders().';

CREATE FUNCTION register_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO order_numbers (tenant_id, id, order_number, vendor_id, customer_id, dealer_id, search_key)
        VALUES (NEW.tenant_id, NEW.id, NEW.order_number, NEW.vendor_id, NEW.customer_id, NEW.dealer_id, NEW.search_key);
    ELSE
        IF (NEW.order_number, NEW.vendor_id, NEW.id) IS DISTINCT FROM (OLD.order_number, OLD.vendor_id, OLD.id) THEN
            RAISE EXCEPTION 'an order keeps its number and vendor' USING ERRCODE = '23514', CONSTRAINT = 'orders_number_kept', TABLE = 'orders';
        END IF;
        UPDATE order_numbers
           SET customer_id = NEW.customer_id, dealer_id = NEW.dealer_id, search_key = NEW.search_key
         WHERE tenant_id = NEW.tenant_id AND id = NEW.id;
    END IF;
    RETURN NULL;
END $$;
ALTER FUNCTION register_order() OWNER TO nextgen_definer;
GRANT SELECT, INSERT, UPDATE ON order_numbers TO nextgen_definer;
CREATE TRIGGER register AFTER INSERT OR UPDATE OF order_number, vendor_id, id, customer_id, dealer_id, search_key ON orders
    FOR EACH ROW EXECUTE FUNCTION register_order();

CREATE FUNCTION search_orders(needle text) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, app AS $$
    SELECT find_matches('app.order_numbers', needle, coalesce(
        (SELECT string_agg(format('%s_id = %s', kind, nullif(current_setting(format('app.%s_id', kind), true), '')::bigint), ' OR ')
           FROM unnest(ARRAY['vendor', 'customer', 'dealer']) kind
          WHERE nullif(current_setting(format('app.%s_id', kind), true), '') IS NOT NULL), 'true'))
$$;
COMMENT ON FUNCTION search_orders(text) IS 'Ids of this tenant''s orders (an outsider''s: its own) that hold every word of the folded needle, to be joined to orders; as search_products.';
ALTER FUNCTION search_orders(text) OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION search_orders(text) TO nextgen_server, nextgen_reader;

CREATE TABLE order_items (
    tenant_id         bigint      NOT NULL,
    id                bigint      NOT NULL,
    order_id          bigint      NOT NULL,
    vendor_id         bigint      NOT NULL,
    customer_id       bigint,
    dealer_id         bigint,
    product_id        bigint      NOT NULL,
    position          integer     NOT NULL DEFAULT 1 CONSTRAINT order_items_position_range CHECK (position BETWEEN 1 AND 10000),
    sku               text        NOT NULL CONSTRAINT order_items_sku_length CHECK (length(sku) <= 64),
    title_fa          text        NOT NULL CONSTRAINT order_items_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 300),
    title_en          text        NOT NULL DEFAULT '' CONSTRAINT order_items_title_en_length CHECK (length(title_en) <= 300),
    quantity          integer     NOT NULL CONSTRAINT order_items_quantity_range CHECK (quantity BETWEEN 1 AND 1000000),
    unit_price        bigint      NOT NULL CONSTRAINT order_items_unit_price_range CHECK (unit_price BETWEEN 0 AND 9007199254740991),
    discount_amount   bigint      NOT NULL DEFAULT 0 CONSTRAINT order_items_discount_amount_range CHECK (discount_amount BETWEEN 0 AND 9007199254740991),
    tax_rate_bp       integer     NOT NULL DEFAULT 0 CONSTRAINT order_items_tax_rate_bp_range CHECK (tax_rate_bp BETWEEN 0 AND 10000),
    tax_amount        bigint      NOT NULL DEFAULT 0 CONSTRAINT order_items_tax_amount_range CHECK (tax_amount BETWEEN 0 AND 9007199254740991),
    total_amount      bigint      NOT NULL CONSTRAINT order_items_total_amount_range CHECK (total_amount BETWEEN 0 AND 9007199254740991),
    commission_bp     integer     NOT NULL DEFAULT 0 CONSTRAINT order_items_commission_bp_range CHECK (commission_bp BETWEEN 0 AND 10000),
    commission_amount bigint      NOT NULL DEFAULT 0 CONSTRAINT order_items_commission_amount_range CHECK (commission_amount BETWEEN 0 AND 9007199254740991),
    price_source      text        NOT NULL DEFAULT 'list' CONSTRAINT order_items_price_source_known CHECK (price_source IN ('list', 'tier', 'proforma', 'manual')),
    shipped_quantity  integer     NOT NULL DEFAULT 0 CONSTRAINT order_items_shipped_quantity_range CHECK (shipped_quantity >= 0),
    returned_quantity integer     NOT NULL DEFAULT 0 CONSTRAINT order_items_returned_quantity_range CHECK (returned_quantity >= 0),
    version           integer     NOT NULL DEFAULT 1,
    created_at        timestamptz NOT NULL DEFAULT now(),
    updated_at        timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT order_items_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT order_items_product_fkey FOREIGN KEY (tenant_id, product_id, vendor_id) REFERENCES products (tenant_id, id, vendor_id),
    CONSTRAINT order_items_beside_order CHECK (id >> 20 = order_id >> 20),
    CONSTRAINT order_items_discount_within CHECK (discount_amount <= quantity * unit_price),
    CONSTRAINT order_items_sum CHECK (total_amount = quantity * unit_price - discount_amount + tax_amount),
    CONSTRAINT order_items_commission_within CHECK (commission_amount <= total_amount),
    CONSTRAINT order_items_shipped_within CHECK (shipped_quantity <= quantity AND returned_quantity <= shipped_quantity)
) PARTITION BY RANGE (id);
COMMENT ON TABLE order_items IS 'A line of an order: the product as it was then, its price, tax and the marketplace''s commission, frozen.';
COMMENT ON COLUMN order_items.id IS 'Made by next_id_beside(order_id): it lies in the order''s month, whenever the line was added.';
COMMENT ON COLUMN order_items.vendor_id IS 'The order''s, and the product''s.';
COMMENT ON COLUMN order_items.customer_id IS 'The order''s.';
COMMENT ON COLUMN order_items.dealer_id IS 'The order''s.';
COMMENT ON COLUMN order_items.sku IS 'The product''s then.';
COMMENT ON COLUMN order_items.title_fa IS 'The product''s then.';
COMMENT ON COLUMN order_items.unit_price IS 'Rials for one, before discount and tax.';
COMMENT ON COLUMN order_items.discount_amount IS 'Rials off the line.';
COMMENT ON COLUMN order_items.tax_rate_bp IS 'Value added tax in basis points.';
COMMENT ON COLUMN order_items.tax_amount IS 'Rials of it.';
COMMENT ON COLUMN order_items.total_amount IS 'Rials to pay for the line.';
COMMENT ON COLUMN order_items.commission_bp IS 'The marketplace''s share in basis points.';
COMMENT ON COLUMN order_items.commission_amount IS 'Rials of it.';
COMMENT ON COLUMN order_items.price_source IS 'Where the price came from.';
COMMENT ON COLUMN order_items.shipped_quantity IS 'Of the quantity, sent.';
COMMENT ON COLUMN order_items.returned_quantity IS 'Of these, come back.';
CREATE INDEX order_items_order ON order_items (tenant_id, order_id, position);
CREATE INDEX order_items_product ON order_items (tenant_id, product_id, id);
CREATE INDEX order_items_vendor ON order_items (tenant_id, vendor_id, id);

CREATE TABLE order_events (
    tenant_id   bigint      NOT NULL,
    id          bigint      NOT NULL DEFAULT next_id(),
    order_id    bigint      NOT NULL,
    vendor_id   bigint      NOT NULL,
    customer_id bigint,
    dealer_id   bigint,
    kind        text        NOT NULL CONSTRAINT order_events_kind_form CHECK (kind ~ '^[a-z]+(_[a-z]+)*$'),
    from_status text        NOT NULL DEFAULT '',
    to_status   text        NOT NULL DEFAULT '',
    is_public   boolean     NOT NULL DEFAULT false,
    note        text        NOT NULL DEFAULT '' CONSTRAINT order_events_note_length CHECK (length(note) <= 1000),
    actor_id    bigint,
    request_id  text        NOT NULL DEFAULT '',
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT order_events_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT order_events_order_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES order_numbers (tenant_id, id)
) PARTITION BY RANGE (id);
COMMENT ON TABLE order_events IS 'The history of an order: moves on its three axes and notes. Append-only.';
COMMENT ON COLUMN order_events.vendor_id IS 'The order''s, as are customer and dealer.';
COMMENT ON COLUMN order_events.customer_id IS 'The order''s.';
COMMENT ON COLUMN order_events.dealer_id IS 'The order''s.';
COMMENT ON COLUMN order_events.kind IS 'The move, or note.';
COMMENT ON COLUMN order_events.is_public IS 'Whether the buyer sees it.';
CREATE INDEX order_events_order ON order_events (tenant_id, order_id, id);

INSERT INTO partition_anchors (child, parent, anchor) VALUES ('order_items', 'orders', 'order_id');

SELECT protect_table('orders', 'write', $${"vendor": "vendor_id = $ AND status <> 'draft'", "customer": "customer_id = $", "dealer": "dealer_id = $"}$$,
                     $${"vendor": "vendor_id = $ AND status <> 'draft'", "customer": "customer_id = $", "dealer": "dealer_id = $"}$$),
       protect_table('order_numbers', 'work', '{"vendor": "vendor_id = $", "customer": "customer_id = $", "dealer": "dealer_id = $"}'),
       protect_table('order_items', 'write', '{"vendor": "vendor_id = $", "customer": "customer_id = $", "dealer": "dealer_id = $"}',
                     '{"vendor": "vendor_id = $", "customer": "customer_id = $", "dealer": "dealer_id = $"}'),
       protect_table('order_events', 'append',
                     '{"vendor": "vendor_id = $", "customer": "customer_id = $ AND is_public", "dealer": "dealer_id = $ AND is_public"}',
                     '{"vendor": "vendor_id = $", "customer": "customer_id = $", "dealer": "dealer_id = $"}');
REVOKE INSERT, UPDATE, DELETE ON order_numbers FROM nextgen_server;

SELECT partition_table('orders'), partition_table('order_items'), partition_table('order_events');
SELECT ensure_partitions(3);

-- Who used which discount, within its limits.
CREATE TABLE discount_usages (
    tenant_id   bigint      NOT NULL,
    id          bigint      NOT NULL DEFAULT next_id(),
    discount_id bigint      NOT NULL,
    order_id    bigint      NOT NULL,
    customer_id bigint,
    dealer_id   bigint,
    amount      bigint      NOT NULL CONSTRAINT discount_usages_amount_range CHECK (amount BETWEEN 0 AND 9007199254740991),
    reversed_at timestamptz,
    version     integer     NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT discount_usages_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT discount_usages_discount_fkey FOREIGN KEY (tenant_id, discount_id) REFERENCES discounts (tenant_id, id),
    CONSTRAINT discount_usages_order_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES order_numbers (tenant_id, id),
    CONSTRAINT discount_usages_customer_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES users (tenant_id, id),
    CONSTRAINT discount_usages_dealer_fkey FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer_profiles (tenant_id, id),
    CONSTRAINT discount_usages_order_key UNIQUE (tenant_id, discount_id, order_id),
    CONSTRAINT discount_usages_whose CHECK (customer_id IS NOT NULL OR dealer_id IS NOT NULL)
);
COMMENT ON TABLE discount_usages IS 'A discount that an order has. Over the discount''s limits it is refused, however many come at once.';
COMMENT ON COLUMN discount_usages.customer_id IS 'Whose use counts against the limit per person.';
COMMENT ON COLUMN discount_usages.dealer_id IS 'Whose use counts, of a dealer''s order.';
COMMENT ON COLUMN discount_usages.amount IS 'Rials it took off.';
COMMENT ON COLUMN discount_usages.reversed_at IS 'When the order was cancelled: it counts no more.';
CREATE INDEX discount_usages_order ON discount_usages (tenant_id, order_id);
CREATE INDEX discount_usages_customer ON discount_usages (tenant_id, customer_id, discount_id) WHERE customer_id IS NOT NULL;
CREATE INDEX discount_usages_dealer ON discount_usages (tenant_id, dealer_id, discount_id) WHERE dealer_id IS NOT NULL;

CREATE FUNCTION count_discount_usage() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app AS $$
DECLARE
    terms discounts;
    counted discount_counters;
    step integer := CASE WHEN TG_OP = 'INSERT' THEN 1 ELSE -1 END;
BEGIN
    SELECT * INTO terms FROM discounts WHERE tenant_id = NEW.tenant_id AND id = NEW.discount_id;
    -- The counter's row is the lock: of two at once the second waits and then sees the first.
    INSERT INTO discount_counters AS c (tenant_id, id, used_count, used_amount)
    VALUES (NEW.tenant_id, NEW.discount_id, greatest(step, 0), CASE WHEN step > 0 THEN NEW.amount ELSE 0 END)
    ON CONFLICT (tenant_id, id) DO UPDATE
       SET used_count = c.used_count + step, used_amount = c.used_amount + step * NEW.amount, updated_at = now()
    RETURNING * INTO counted;
    IF step > 0 AND (counted.used_count > terms.usage_limit OR counted.used_amount > terms.budget_amount
        OR terms.usage_limit_per_person < (SELECT count(*) FROM discount_usages u
                                            WHERE u.tenant_id = NEW.tenant_id AND u.discount_id = NEW.discount_id AND u.reversed_at IS NULL
                                              AND (u.customer_id = NEW.customer_id OR u.dealer_id = NEW.dealer_id))) THEN
        RAISE EXCEPTION 'the discount is used up' USING ERRCODE = '23514', CONSTRAINT = 'discount_usages_limit', TABLE = 'discount_usages';
    END IF;
    RETURN NULL;
END $$;
ALTER FUNCTION count_discount_usage() OWNER TO nextgen_definer;
GRANT SELECT ON discounts, discount_usages TO nextgen_definer;
CREATE TRIGGER count_use AFTER INSERT ON discount_usages FOR EACH ROW EXECUTE FUNCTION count_discount_usage();
CREATE TRIGGER count_reversal AFTER UPDATE OF reversed_at ON discount_usages FOR EACH ROW
    WHEN (OLD.reversed_at IS NULL AND NEW.reversed_at IS NOT NULL) EXECUTE FUNCTION count_discount_usage();

SELECT protect_table('discount_usages', 'write', '{"customer": "customer_id = $", "dealer": "dealer_id = $"}',
                     '{"customer": "customer_id = $", "dealer": "dealer_id = $"}');
