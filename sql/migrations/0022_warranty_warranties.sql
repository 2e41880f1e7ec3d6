-- Warranties of what was sold, and claims on them.
SET LOCAL search_path = app, public;

CREATE TABLE warranties (
    tenant_id       bigint      NOT NULL CONSTRAINT warranties_tenant_fkey REFERENCES tenants (id),
    id              bigint      NOT NULL DEFAULT next_id(),
    warranty_number text        NOT NULL CONSTRAINT warranties_warranty_number_length CHECK (length(warranty_number) BETWEEN 1 AND 32),
    product_id      bigint      NOT NULL,
    vendor_id       bigint      NOT NULL,
    order_id        bigint,
    order_item_id   bigint,
    customer_id     bigint,
    dealer_id       bigint,
    serial_number   text        NOT NULL DEFAULT '' CONSTRAINT warranties_serial_number_length CHECK (length(serial_number) <= 64),
    provider        text        NOT NULL DEFAULT 'vendor' CONSTRAINT warranties_provider_known CHECK (provider IN ('vendor', 'importer', 'maker', 'marketplace')),
    status          text        NOT NULL DEFAULT 'active' CONSTRAINT warranties_status_known CHECK (status IN ('registered', 'active', 'void', 'replaced')),
    starts_on       date        NOT NULL,
    ends_on         date        NOT NULL,
    terms           text        NOT NULL DEFAULT '' CONSTRAINT warranties_terms_length CHECK (length(terms) <= 5000),
    replaces_id     bigint,
    search_key      text        NOT NULL DEFAULT '',
    version         integer     NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT warranties_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT warranties_product_fkey FOREIGN KEY (tenant_id, product_id, vendor_id) REFERENCES products (tenant_id, id, vendor_id),
    CONSTRAINT warranties_order_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES order_numbers (tenant_id, id),
    CONSTRAINT warranties_customer_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES users (tenant_id, id),
    CONSTRAINT warranties_dealer_fkey FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer_profiles (tenant_id, id),
    CONSTRAINT warranties_replaces_fkey FOREIGN KEY (tenant_id, replaces_id) REFERENCES warranties (tenant_id, id),
    CONSTRAINT warranties_warranty_number_key UNIQUE (tenant_id, warranty_number),
    CONSTRAINT warranties_replaces_key UNIQUE (tenant_id, replaces_id),
    CONSTRAINT warranties_dates CHECK (starts_on < ends_on),
    CONSTRAINT warranties_order_item CHECK (order_item_id IS NULL OR (order_id IS NOT NULL AND order_item_id >> 20 = order_id >> 20)),
    CONSTRAINT warranties_not_its_own CHECK (replaces_id <> id)
);
COMMENT ON TABLE warranties IS 'The warranty of one piece that was sold (گارانتی). Over when its last day is past.';
COMMENT ON COLUMN warranties.warranty_number IS 'As people name it, on the card.';
COMMENT ON COLUMN warranties.vendor_id IS 'The product''s.';
COMMENT ON COLUMN warranties.order_item_id IS 'The line it was sold by; no foreign key, lines lie in months that can be detached.';
COMMENT ON COLUMN warranties.customer_id IS 'The person who has it.';
COMMENT ON COLUMN warranties.dealer_id IS 'The dealer it was sold to.';
COMMENT ON COLUMN warranties.serial_number IS 'Of the piece; empty when it has none.';
COMMENT ON COLUMN warranties.provider IS 'Who answers for it.';
COMMENT ON COLUMN warranties.status IS 'registered: sold, not activated; replaced: the piece was exchanged, the new one''s warranty goes on.';
COMMENT ON COLUMN warranties.replaces_id IS 'Of a piece given in exchange: the faulty one''s warranty, whose rest it carries.';
COMMENT ON COLUMN warranties.search_key IS 'Number, serial and product folded for searching.';
CREATE UNIQUE INDEX warranties_serial_number_key ON warranties (tenant_id, product_id, serial_number) WHERE serial_number <> '' AND status <> 'void';
CREATE INDEX warranties_serial_number ON warranties (tenant_id, serial_number COLLATE "C") WHERE serial_number <> '';
CREATE INDEX warranties_product ON warranties (tenant_id, product_id, vendor_id);
CREATE INDEX warranties_vendor ON warranties (tenant_id, vendor_id, id);
CREATE INDEX warranties_customer ON warranties (tenant_id, customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX warranties_dealer ON warranties (tenant_id, dealer_id, id) WHERE dealer_id IS NOT NULL;
CREATE INDEX warranties_order ON warranties (tenant_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX warranties_ends_on ON warranties (tenant_id, ends_on, id);
CREATE INDEX warranties_status ON warranties (tenant_id, status, id);
COMMENT ON INDEX warranties_serial_number IS 'The return desk: type or scan the beginning of a serial.';

CREATE TABLE warranty_claims (
    tenant_id            bigint      NOT NULL,
    id                   bigint      NOT NULL DEFAULT next_id(),
    claim_number         text        NOT NULL CONSTRAINT warranty_claims_claim_number_length CHECK (length(claim_number) BETWEEN 1 AND 32),
    warranty_id          bigint      NOT NULL,
    vendor_id            bigint      NOT NULL,
    customer_id          bigint,
    dealer_id            bigint,
    claimed_on           date        NOT NULL,
    fault                text        NOT NULL CONSTRAINT warranty_claims_fault_length CHECK (length(fault) BETWEEN 1 AND 2000),
    status               text        NOT NULL DEFAULT 'received' CONSTRAINT warranty_claims_status_known CHECK (status IN
                             ('received', 'diagnosing', 'approved', 'repaired', 'replaced', 'refunded', 'rejected', 'closed')),
    diagnosis            text        NOT NULL DEFAULT '' CONSTRAINT warranty_claims_diagnosis_length CHECK (length(diagnosis) <= 2000),
    due_on               date,
    resolved_at          timestamptz,
    cost_amount          bigint      NOT NULL DEFAULT 0 CONSTRAINT warranty_claims_cost_amount_range CHECK (cost_amount BETWEEN 0 AND 9007199254740991),
    search_key           text        NOT NULL DEFAULT '',
    version              integer     NOT NULL DEFAULT 1,
    created_at           timestamptz NOT NULL DEFAULT now(),
    updated_at           timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT warranty_claims_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT warranty_claims_warranty_fkey FOREIGN KEY (tenant_id, warranty_id) REFERENCES warranties (tenant_id, id),
    CONSTRAINT warranty_claims_vendor_fkey FOREIGN KEY (tenant_id, vendor_id) REFERENCES vendors (tenant_id, id),
    CONSTRAINT warranty_claims_customer_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES users (tenant_id, id),
    CONSTRAINT warranty_claims_dealer_fkey FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer_profiles (tenant_id, id),
    CONSTRAINT warranty_claims_claim_number_key UNIQUE (tenant_id, claim_number),
    CONSTRAINT warranty_claims_resolved
        CHECK ((status IN ('repaired', 'replaced', 'refunded', 'rejected', 'closed')) = (resolved_at IS NOT NULL)),
    CONSTRAINT warranty_claims_rejected_with_reason CHECK (status <> 'rejected' OR diagnosis <> '')
);
COMMENT ON TABLE warranty_claims IS 'A fault that a buyer brings within the warranty.';
COMMENT ON COLUMN warranty_claims.claim_number IS 'As people name it.';
COMMENT ON COLUMN warranty_claims.vendor_id IS 'The warranty''s.';
COMMENT ON COLUMN warranty_claims.customer_id IS 'The warranty''s.';
COMMENT ON COLUMN warranty_claims.dealer_id IS 'The warranty''s.';
COMMENT ON COLUMN warranty_claims.claimed_on IS 'Within the warranty, or the claim is refused.';
COMMENT ON COLUMN warranty_claims.fault IS 'As the buyer tells it.';
COMMENT ON COLUMN warranty_claims.diagnosis IS 'As the workshop found it.';
COMMENT ON COLUMN warranty_claims.due_on IS 'Promised to be ready by.';
COMMENT ON COLUMN warranty_claims.cost_amount IS 'Rials it cost, for the account of who answers for it.';
COMMENT ON COLUMN warranty_claims.search_key IS 'Number and fault folded for searching.';
CREATE UNIQUE INDEX warranty_claims_one_open ON warranty_claims (tenant_id, warranty_id) WHERE status IN ('received', 'diagnosing', 'approved');
CREATE INDEX warranty_claims_warranty ON warranty_claims (tenant_id, warranty_id, id);
CREATE INDEX warranty_claims_vendor ON warranty_claims (tenant_id, vendor_id, id);
CREATE INDEX warranty_claims_customer ON warranty_claims (tenant_id, customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX warranty_claims_dealer ON warranty_claims (tenant_id, dealer_id, id) WHERE dealer_id IS NOT NULL;
CREATE INDEX warranty_claims_status ON warranty_claims (tenant_id, status, due_on, id);

CREATE FUNCTION check_warranty_claim() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app AS $$
DECLARE
    promise warranties;
BEGIN
    SELECT * INTO promise FROM warranties WHERE tenant_id = NEW.tenant_id AND id = NEW.warranty_id FOR SHARE;
    IF FOUND AND (promise.status <> 'active' OR NEW.claimed_on NOT BETWEEN promise.starts_on AND promise.ends_on) THEN
        RAISE EXCEPTION 'the warranty does not cover this day' USING ERRCODE = '23514', CONSTRAINT = 'warranty_claims_within_warranty',
            TABLE = 'warranty_claims', COLUMN = 'claimed_on';
    END IF;
    IF FOUND AND promise.vendor_id <> NEW.vendor_id THEN
        RAISE EXCEPTION 'the claim names another vendor than the warranty' USING ERRCODE = '23514',
            CONSTRAINT = 'warranty_claims_of_vendor', TABLE = 'warranty_claims', COLUMN = 'vendor_id';
    END IF;
    RETURN NEW;
END $$;
ALTER FUNCTION check_warranty_claim() OWNER TO nextgen_definer;
GRANT SELECT, UPDATE ON warranties TO nextgen_definer;
CREATE TRIGGER within_warranty BEFORE INSERT OR UPDATE OF warranty_id, vendor_id, claimed_on ON warranty_claims
    FOR EACH ROW EXECUTE FUNCTION check_warranty_claim();

SELECT protect_table('warranties', 'write', '{"vendor": "vendor_id = $", "customer": "customer_id = $", "dealer": "dealer_id = $"}'),
       protect_table('warranty_claims', 'write', '{"vendor": "vendor_id = $", "customer": "customer_id = $", "dealer": "dealer_id = $"}',
                     $${"vendor": "vendor_id = $", "customer": "customer_id = $ AND status = 'received'", "dealer": "dealer_id = $ AND status = 'received'"}$$);
