-- Proformas, invoices with all that the tax administration wants to know of them, and what payments were set against.
SET LOCAL search_path = app, public;

CREATE TABLE tax_rates (
    tenant_id  bigint      NOT NULL CONSTRAINT tax_rates_tenant_fkey REFERENCES tenants (id),
    id         bigint      NOT NULL DEFAULT next_id(),
    kind       text        NOT NULL DEFAULT 'vat' CONSTRAINT tax_rates_kind_known CHECK (kind IN ('vat')),
    rate_bp    integer     NOT NULL CONSTRAINT tax_rates_rate_bp_range CHECK (rate_bp BETWEEN 0 AND 10000),
    starts_on  date        NOT NULL,
    note       text        NOT NULL DEFAULT '' CONSTRAINT tax_rates_note_length CHECK (length(note) <= 300),
    version    integer     NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT tax_rates_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT tax_rates_starts_on_key UNIQUE (tenant_id, kind, starts_on)
);
COMMENT ON TABLE tax_rates IS 'Rates by law, from a day on until the next one begins: figures of the law are dated data.';
COMMENT ON COLUMN tax_rates.rate_bp IS 'Basis points.';

CREATE TABLE document_counters (
    tenant_id   bigint  NOT NULL CONSTRAINT document_counters_tenant_fkey REFERENCES tenants (id),
    id          bigint  NOT NULL DEFAULT next_id(),
    series      text    NOT NULL CONSTRAINT document_counters_series_form CHECK (series ~ '^[A-Z0-9]{1,10}$'),
    fiscal_year integer NOT NULL CONSTRAINT document_counters_fiscal_year_range CHECK (fiscal_year BETWEEN 1390 AND 1500),
    last_number integer NOT NULL DEFAULT 0 CONSTRAINT document_counters_last_number_range CHECK (last_number >= 0),
    CONSTRAINT document_counters_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT document_counters_series_key UNIQUE (tenant_id, series, fiscal_year)
) WITH (fillfactor = 70);
COMMENT ON TABLE document_counters IS 'The last number given in each series of documents and fiscal year. Taken in the transaction that issues the document, as its last statement: no gaps.';
COMMENT ON COLUMN document_counters.series IS 'Of documents: INV, PRO, ORD …';
COMMENT ON COLUMN document_counters.fiscal_year IS 'Jalali.';

CREATE FUNCTION take_number(series text, fiscal_year integer) RETURNS integer
LANGUAGE sql VOLATILE AS $$
    INSERT INTO app.document_counters AS c (tenant_id, series, fiscal_year, last_number)
    VALUES (nullif(current_setting('app.tenant_id', true), '')::bigint, take_number.series, take_number.fiscal_year, 1)
    ON CONFLICT (tenant_id, series, fiscal_year) DO UPDATE SET last_number = c.last_number + 1
    RETURNING last_number
$$;
COMMENT ON FUNCTION take_number(text, integer) IS 'The next number of this tenant''s series; others wait until the transaction ends, and get it when that fails.';
GRANT EXECUTE ON FUNCTION take_number(text, integer) TO nextgen_server;

CREATE TABLE proforma_invoices (
    tenant_id        bigint      NOT NULL CONSTRAINT proforma_invoices_tenant_fkey REFERENCES tenants (id),
    id               bigint      NOT NULL DEFAULT next_id(),
    proforma_number  text        NOT NULL DEFAULT '' CONSTRAINT proforma_invoices_proforma_number_length CHECK (length(proforma_number) <= 32),
    revision         integer     NOT NULL DEFAULT 1 CONSTRAINT proforma_invoices_revision_positive CHECK (revision > 0),
    vendor_id        bigint,
    customer_id      bigint,
    dealer_id        bigint,
    buyer_name       text        NOT NULL CONSTRAINT proforma_invoices_buyer_name_length CHECK (length(buyer_name) BETWEEN 1 AND 200),
    status           text        NOT NULL DEFAULT 'draft' CONSTRAINT proforma_invoices_status_known
                         CHECK (status IN ('draft', 'issued', 'accepted', 'expired', 'converted', 'cancelled')),
    issued_on        date,
    valid_until      date,
    items_amount     bigint      NOT NULL DEFAULT 0 CONSTRAINT proforma_invoices_items_amount_range CHECK (items_amount BETWEEN 0 AND 9007199254740991),
    discount_amount  bigint      NOT NULL DEFAULT 0 CONSTRAINT proforma_invoices_discount_amount_range CHECK (discount_amount BETWEEN 0 AND 9007199254740991),
    shipping_amount  bigint      NOT NULL DEFAULT 0 CONSTRAINT proforma_invoices_shipping_amount_range CHECK (shipping_amount BETWEEN 0 AND 9007199254740991),
    tax_amount       bigint      NOT NULL DEFAULT 0 CONSTRAINT proforma_invoices_tax_amount_range CHECK (tax_amount BETWEEN 0 AND 9007199254740991),
    total_amount     bigint      NOT NULL DEFAULT 0 CONSTRAINT proforma_invoices_total_amount_range CHECK (total_amount BETWEEN 0 AND 9007199254740991),
    order_id         bigint,
    note             text        NOT NULL DEFAULT '' CONSTRAINT proforma_invoices_note_length CHECK (length(note) <= 1000),
    search_key       text        NOT NULL DEFAULT '',
    version          integer     NOT NULL DEFAULT 1,
    created_at       timestamptz NOT NULL DEFAULT now(),
    updated_at       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT proforma_invoices_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT proforma_invoices_vendor_fkey FOREIGN KEY (tenant_id, vendor_id) REFERENCES vendors (tenant_id, id),
    CONSTRAINT proforma_invoices_customer_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES users (tenant_id, id),
    CONSTRAINT proforma_invoices_dealer_fkey FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer_profiles (tenant_id, id),
    CONSTRAINT proforma_invoices_order_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES order_numbers (tenant_id, id),
    CONSTRAINT proforma_invoices_whose CHECK (customer_id IS NOT NULL OR dealer_id IS NOT NULL),
    CONSTRAINT proforma_invoices_numbered CHECK (status = 'cancelled' OR ((status = 'draft') = (proforma_number = ''))),
    CONSTRAINT proforma_invoices_issued CHECK (status IN ('draft', 'cancelled') OR (issued_on IS NOT NULL AND valid_until IS NOT NULL)),
    CONSTRAINT proforma_invoices_dates CHECK (issued_on <= valid_until),
    CONSTRAINT proforma_invoices_converted CHECK (status <> 'converted' OR order_id IS NOT NULL),
    CONSTRAINT proforma_invoices_discount_within CHECK (discount_amount <= items_amount + shipping_amount),
    CONSTRAINT proforma_invoices_sum CHECK (total_amount = items_amount - discount_amount + shipping_amount + tax_amount)
);
COMMENT ON TABLE proforma_invoices IS 'An offer with prices that hold until a day (پیش‌فاکتور). Moves neither stock nor tax.';
COMMENT ON COLUMN proforma_invoices.proforma_number IS 'Given when it is issued; a draft has none.';
COMMENT ON COLUMN proforma_invoices.revision IS 'Counts up with each new offer of the same.';
COMMENT ON COLUMN proforma_invoices.vendor_id IS 'Whose goods; null: of several vendors.';
COMMENT ON COLUMN proforma_invoices.customer_id IS 'The person it is for.';
COMMENT ON COLUMN proforma_invoices.dealer_id IS 'The dealer it is for.';
COMMENT ON COLUMN proforma_invoices.buyer_name IS 'The buyer as named on it.';
COMMENT ON COLUMN proforma_invoices.valid_until IS 'The last day its prices hold.';
COMMENT ON COLUMN proforma_invoices.items_amount IS 'Rials of the lines before discounts and tax.';
COMMENT ON COLUMN proforma_invoices.discount_amount IS 'Rials off.';
COMMENT ON COLUMN proforma_invoices.shipping_amount IS 'Rials for sending.';
COMMENT ON COLUMN proforma_invoices.tax_amount IS 'Rials of value added tax.';
COMMENT ON COLUMN proforma_invoices.total_amount IS 'Rials to pay.';
COMMENT ON COLUMN proforma_invoices.order_id IS 'The order that it became.';
COMMENT ON COLUMN proforma_invoices.search_key IS 'Number and buyer folded for searching.';
CREATE UNIQUE INDEX proforma_invoices_proforma_number_key ON proforma_invoices (tenant_id, proforma_number, revision) WHERE proforma_number <> '';
CREATE INDEX proforma_invoices_status ON proforma_invoices (tenant_id, status, id);
CREATE INDEX proforma_invoices_valid_until ON proforma_invoices (tenant_id, valid_until, id) WHERE status = 'issued';
CREATE INDEX proforma_invoices_vendor ON proforma_invoices (tenant_id, vendor_id, id) WHERE vendor_id IS NOT NULL;
CREATE INDEX proforma_invoices_customer ON proforma_invoices (tenant_id, customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX proforma_invoices_dealer ON proforma_invoices (tenant_id, dealer_id, id) WHERE dealer_id IS NOT NULL;
CREATE INDEX proforma_invoices_order ON proforma_invoices (tenant_id, order_id) WHERE order_id IS NOT NULL;
COMMENT ON INDEX proforma_invoices_valid_until IS 'Offers that run out.';

CREATE TABLE proforma_invoice_items (
    tenant_id       bigint      NOT NULL,
    id              bigint      NOT NULL DEFAULT next_id(),
    proforma_id     bigint      NOT NULL,
    product_id      bigint      NOT NULL,
    position        integer     NOT NULL DEFAULT 1 CONSTRAINT proforma_invoice_items_position_range CHECK (position BETWEEN 1 AND 10000),
    title_fa        text        NOT NULL CONSTRAINT proforma_invoice_items_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 300),
    title_en        text        NOT NULL DEFAULT '' CONSTRAINT proforma_invoice_items_title_en_length CHECK (length(title_en) <= 300),
    quantity        integer     NOT NULL CONSTRAINT proforma_invoice_items_quantity_range CHECK (quantity BETWEEN 1 AND 1000000),
    unit_price      bigint      NOT NULL CONSTRAINT proforma_invoice_items_unit_price_range CHECK (unit_price BETWEEN 0 AND 9007199254740991),
    discount_amount bigint      NOT NULL DEFAULT 0 CONSTRAINT proforma_invoice_items_discount_amount_range CHECK (discount_amount BETWEEN 0 AND 9007199254740991),
    tax_rate_bp     integer     NOT NULL DEFAULT 0 CONSTRAINT proforma_invoice_items_tax_rate_bp_range CHECK (tax_rate_bp BETWEEN 0 AND 10000),
    tax_amount      bigint      NOT NULL DEFAULT 0 CONSTRAINT proforma_invoice_items_tax_amount_range CHECK (tax_amount BETWEEN 0 AND 9007199254740991),
    total_amount    bigint      NOT NULL CONSTRAINT proforma_invoice_items_total_amount_range CHECK (total_amount BETWEEN 0 AND 9007199254740991),
    version         integer     NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT proforma_invoice_items_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT proforma_invoice_items_proforma_fkey FOREIGN KEY (tenant_id, proforma_id) REFERENCES proforma_invoices (tenant_id, id),
    CONSTRAINT proforma_invoice_items_product_fkey FOREIGN KEY (tenant_id, product_id) REFERENCES products (tenant_id, id),
    CONSTRAINT proforma_invoice_items_position_key UNIQUE (tenant_id, proforma_id, position),
    CONSTRAINT proforma_invoice_items_discount_within CHECK (discount_amount <= quantity * unit_price),
    CONSTRAINT proforma_invoice_items_sum CHECK (total_amount = quantity * unit_price - discount_amount + tax_amount)
);
COMMENT ON TABLE proforma_invoice_items IS 'A line of a proforma.';
COMMENT ON COLUMN proforma_invoice_items.title_fa IS 'The product''s then.';
COMMENT ON COLUMN proforma_invoice_items.unit_price IS 'Rials for one, before discount and tax.';
COMMENT ON COLUMN proforma_invoice_items.discount_amount IS 'Rials off the line.';
COMMENT ON COLUMN proforma_invoice_items.tax_rate_bp IS 'Value added tax in basis points.';
COMMENT ON COLUMN proforma_invoice_items.tax_amount IS 'Rials of it.';
COMMENT ON COLUMN proforma_invoice_items.total_amount IS 'Rials to pay for the line.';
CREATE INDEX proforma_invoice_items_product ON proforma_invoice_items (tenant_id, product_id);

CREATE TABLE tax_memories (
    tenant_id     bigint      NOT NULL CONSTRAINT tax_memories_tenant_fkey REFERENCES tenants (id),
    id            bigint      NOT NULL DEFAULT next_id(),
    memory_id     text        NOT NULL CONSTRAINT tax_memories_memory_id_form CHECK (memory_id ~ '^[A-Z0-9]{6}$'),
    economic_code text        NOT NULL CONSTRAINT tax_memories_economic_code_form CHECK (economic_code ~ '^([0-9]{11}|[0-9]{14})$'),
    branch_code   text        NOT NULL DEFAULT '' CONSTRAINT tax_memories_branch_code_form CHECK (branch_code ~ '^([0-9]{4})?$'),
    title_fa      text        NOT NULL CONSTRAINT tax_memories_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 200),
    title_en      text        NOT NULL DEFAULT '' CONSTRAINT tax_memories_title_en_length CHECK (length(title_en) <= 200),
    last_serial   bigint      NOT NULL DEFAULT 0 CONSTRAINT tax_memories_last_serial_range CHECK (last_serial BETWEEN 0 AND 1099511627775),
    is_active     boolean     NOT NULL DEFAULT true,
    version       integer     NOT NULL DEFAULT 1,
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT tax_memories_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT tax_memories_memory_id_key UNIQUE (tenant_id, memory_id)
);
COMMENT ON TABLE tax_memories IS 'The fiscal memories (حافظهٔ مالیاتی) that a tenant sends invoices with.';
COMMENT ON COLUMN tax_memories.memory_id IS 'Six characters, given by the tax administration.';
COMMENT ON COLUMN tax_memories.economic_code IS 'Of the seller that the memory belongs to.';
COMMENT ON COLUMN tax_memories.branch_code IS 'Of the seller''s branch.';
COMMENT ON COLUMN tax_memories.last_serial IS 'The last serial given; ascends and is never given again, gaps are allowed.';

CREATE TABLE invoices (
    tenant_id                  bigint      NOT NULL CONSTRAINT invoices_tenant_fkey REFERENCES tenants (id),
    id                         bigint      NOT NULL DEFAULT next_id(),
    kind                       text        NOT NULL DEFAULT 'sale' CONSTRAINT invoices_kind_known CHECK (kind IN ('sale', 'commission')),
    series                     text        NOT NULL DEFAULT 'INV' CONSTRAINT invoices_series_form CHECK (series ~ '^[A-Z0-9]{1,10}$'),
    fiscal_year                integer     CONSTRAINT invoices_fiscal_year_range CHECK (fiscal_year BETWEEN 1390 AND 1500),
    number                     integer     CONSTRAINT invoices_number_positive CHECK (number > 0),
    invoice_number             text        NOT NULL DEFAULT '' CONSTRAINT invoices_invoice_number_length CHECK (length(invoice_number) <= 32),
    status                     text        NOT NULL DEFAULT 'draft' CONSTRAINT invoices_status_known
                                   CHECK (status IN ('draft', 'issued', 'partly_paid', 'paid', 'void')),
    vendor_id                  bigint,
    order_id                   bigint,
    customer_id                bigint,
    dealer_id                  bigint,
    issued_on                  date,
    due_on                     date,
    issued_at                  timestamptz,
    note                       text        NOT NULL DEFAULT '' CONSTRAINT invoices_note_length CHECK (length(note) <= 1000),
    seller_name                text        NOT NULL DEFAULT '' CONSTRAINT invoices_seller_name_length CHECK (length(seller_name) <= 200),
    seller_economic_code       text        NOT NULL DEFAULT '' CONSTRAINT invoices_seller_economic_code_form
                                   CHECK (seller_economic_code ~ '^([0-9]{11}|[0-9]{14})?$'),
    seller_branch_code         text        NOT NULL DEFAULT '' CONSTRAINT invoices_seller_branch_code_form CHECK (seller_branch_code ~ '^([0-9]{4})?$'),
    buyer_kind                 text        NOT NULL DEFAULT 'natural' CONSTRAINT invoices_buyer_kind_known
                                   CHECK (buyer_kind IN ('natural', 'legal', 'partnership', 'foreigner')),
    buyer_name                 text        NOT NULL CONSTRAINT invoices_buyer_name_length CHECK (length(buyer_name) BETWEEN 1 AND 200),
    buyer_national_id_cipher   bytea,
    buyer_national_id_index    bytea,
    buyer_national_id_last4    text        NOT NULL DEFAULT '' CONSTRAINT invoices_buyer_national_id_last4_form
                                   CHECK (buyer_national_id_last4 ~ '^([0-9]{4})?$'),
    buyer_economic_code_cipher bytea,
    buyer_economic_code_last4  text        NOT NULL DEFAULT '' CONSTRAINT invoices_buyer_economic_code_last4_form
                                   CHECK (buyer_economic_code_last4 ~ '^([0-9]{4})?$'),
    buyer_branch_code          text        NOT NULL DEFAULT '' CONSTRAINT invoices_buyer_branch_code_form CHECK (buyer_branch_code ~ '^([0-9]{4})?$'),
    buyer_postal_code          text        NOT NULL DEFAULT '' CONSTRAINT invoices_buyer_postal_code_form CHECK (buyer_postal_code ~ '^([0-9]{10})?$'),
    buyer_address              text        NOT NULL DEFAULT '' CONSTRAINT invoices_buyer_address_length CHECK (length(buyer_address) <= 600),
    gross_amount               bigint      NOT NULL DEFAULT 0 CONSTRAINT invoices_gross_amount_range CHECK (gross_amount BETWEEN 0 AND 9007199254740991),
    discount_amount            bigint      NOT NULL DEFAULT 0 CONSTRAINT invoices_discount_amount_range CHECK (discount_amount BETWEEN 0 AND 9007199254740991),
    net_amount                 bigint      NOT NULL DEFAULT 0 CONSTRAINT invoices_net_amount_range CHECK (net_amount BETWEEN 0 AND 9007199254740991),
    vat_amount                 bigint      NOT NULL DEFAULT 0 CONSTRAINT invoices_vat_amount_range CHECK (vat_amount BETWEEN 0 AND 9007199254740991),
    other_charges_amount       bigint      NOT NULL DEFAULT 0 CONSTRAINT invoices_other_charges_amount_range
                                   CHECK (other_charges_amount BETWEEN 0 AND 9007199254740991),
    total_amount               bigint      NOT NULL DEFAULT 0 CONSTRAINT invoices_total_amount_range CHECK (total_amount BETWEEN 0 AND 9007199254740991),
    paid_amount                bigint      NOT NULL DEFAULT 0 CONSTRAINT invoices_paid_amount_range CHECK (paid_amount BETWEEN 0 AND 9007199254740991),
    settlement                 text        NOT NULL DEFAULT 'cash' CONSTRAINT invoices_settlement_known CHECK (settlement IN ('cash', 'credit', 'mixed')),
    cash_amount                bigint      CONSTRAINT invoices_cash_amount_range CHECK (cash_amount BETWEEN 0 AND 9007199254740991),
    credit_amount              bigint      CONSTRAINT invoices_credit_amount_range CHECK (credit_amount BETWEEN 0 AND 9007199254740991),
    article17_amount           bigint      NOT NULL DEFAULT 0 CONSTRAINT invoices_article17_amount_range
                                   CHECK (article17_amount BETWEEN 0 AND 9007199254740991),
    tax_type                   text        NOT NULL DEFAULT 'full' CONSTRAINT invoices_tax_type_known CHECK (tax_type IN ('full', 'without_buyer', 'receipt')),
    tax_pattern                text        NOT NULL DEFAULT 'sale' CONSTRAINT invoices_tax_pattern_known CHECK (tax_pattern IN
                                   ('sale', 'currency', 'gold', 'contracting', 'utility_bill', 'air_ticket', 'export', 'waybill', 'petroleum',
                                    'exchange', 'insurance', 'chain_sale')),
    tax_subject                text        NOT NULL DEFAULT 'original' CONSTRAINT invoices_tax_subject_known
                                   CHECK (tax_subject IN ('original', 'corrective', 'cancellation', 'return')),
    reference_invoice_id       bigint,
    tax_memory_id              bigint,
    tax_serial                 bigint      CONSTRAINT invoices_tax_serial_range CHECK (tax_serial BETWEEN 1 AND 1099511627775),
    tax_number                 text        NOT NULL DEFAULT '' CONSTRAINT invoices_tax_number_form
                                   CHECK (tax_number ~ '^([A-Z0-9]{6}[0-9A-F]{15}[0-9])?$'),
    tax_status                 text        NOT NULL DEFAULT 'none' CONSTRAINT invoices_tax_status_known CHECK (tax_status IN
                                   ('none', 'queued', 'sent', 'pending', 'accepted', 'accepted_with_warnings', 'failed', 'unknown')),
    buyer_reaction             text        NOT NULL DEFAULT 'none' CONSTRAINT invoices_buyer_reaction_known CHECK (buyer_reaction IN
                                   ('none', 'awaiting', 'approved', 'system_approved', 'rejected', 'not_needed', 'impossible', 'cancelled')),
    article6_status            text        NOT NULL DEFAULT 'unknown' CONSTRAINT invoices_article6_status_known
                                   CHECK (article6_status IN ('unknown', 'not_exceeded', 'exceeded')),
    tax_deadline_on            date,
    tax_sent_at                timestamptz,
    tax_answered_at            timestamptz,
    pattern_fields             jsonb       NOT NULL DEFAULT '{}' CONSTRAINT invoices_pattern_fields_object CHECK (jsonb_typeof(pattern_fields) = 'object'),
    search_key                 text        NOT NULL DEFAULT '',
    version                    integer     NOT NULL DEFAULT 1,
    created_at                 timestamptz NOT NULL DEFAULT now(),
    updated_at                 timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT invoices_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT invoices_vendor_fkey FOREIGN KEY (tenant_id, vendor_id) REFERENCES vendors (tenant_id, id),
    CONSTRAINT invoices_order_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES order_numbers (tenant_id, id),
    CONSTRAINT invoices_customer_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES users (tenant_id, id),
    CONSTRAINT invoices_dealer_fkey FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer_profiles (tenant_id, id),
    CONSTRAINT invoices_reference_fkey FOREIGN KEY (tenant_id, reference_invoice_id) REFERENCES invoices (tenant_id, id),
    CONSTRAINT invoices_tax_memory_fkey FOREIGN KEY (tenant_id, tax_memory_id) REFERENCES tax_memories (tenant_id, id),
    CONSTRAINT invoices_number_key UNIQUE (tenant_id, series, fiscal_year, number),
    CONSTRAINT invoices_tax_serial_key UNIQUE (tenant_id, tax_memory_id, tax_serial),
    CONSTRAINT invoices_whose CHECK (num_nonnulls(customer_id, dealer_id) > 0 OR (kind = 'commission' AND vendor_id IS NOT NULL)),
    CONSTRAINT invoices_numbered CHECK (CASE WHEN status = 'draft' THEN number IS NULL AND invoice_number = ''
        ELSE num_nulls(number, fiscal_year, issued_on, issued_at) = 0 AND invoice_number <> '' END),
    CONSTRAINT invoices_dates CHECK (issued_on <= due_on),
    CONSTRAINT invoices_net CHECK (net_amount = gross_amount - discount_amount),
    CONSTRAINT invoices_sum CHECK (total_amount = net_amount + vat_amount + other_charges_amount),
    CONSTRAINT invoices_article17_within CHECK (article17_amount <= vat_amount),
    CONSTRAINT invoices_settled CHECK (CASE settlement
        WHEN 'mixed' THEN cash_amount > 0 AND credit_amount > 0 AND cash_amount + credit_amount = net_amount
        ELSE cash_amount IS NULL AND credit_amount IS NULL END),
    CONSTRAINT invoices_paid CHECK (CASE status WHEN 'draft' THEN paid_amount = 0 WHEN 'issued' THEN paid_amount = 0
        WHEN 'partly_paid' THEN paid_amount BETWEEN 1 AND total_amount - 1 WHEN 'paid' THEN paid_amount >= total_amount ELSE true END),
    CONSTRAINT invoices_buyer_national_id_whole
        CHECK (num_nonnulls(buyer_national_id_cipher, buyer_national_id_index) IN (0, 2)
               AND (buyer_national_id_cipher IS NULL) = (buyer_national_id_last4 = '')),
    CONSTRAINT invoices_buyer_economic_code_whole CHECK ((buyer_economic_code_cipher IS NULL) = (buyer_economic_code_last4 = '')),
    CONSTRAINT invoices_refers CHECK ((tax_subject = 'original') = (reference_invoice_id IS NULL) AND reference_invoice_id <> id),
    CONSTRAINT invoices_tax_identity CHECK (num_nonnulls(tax_memory_id, tax_serial) IN (0, 2) AND (tax_serial IS NULL) = (tax_number = '')),
    CONSTRAINT invoices_tax_known_before_sending CHECK (tax_status = 'none' OR (tax_number <> '' AND status <> 'draft')),
    CONSTRAINT invoices_tax_times CHECK (tax_sent_at <= tax_answered_at)
);
COMMENT ON TABLE invoices IS 'An invoice (صورتحساب). What was issued is never edited: a later document corrects, cancels or returns it. Its tax status is an axis of its own. Names in brackets are the tax administration''s.';
COMMENT ON COLUMN invoices.kind IS 'sale: to a buyer; commission: the marketplace''s own, to a vendor.';
COMMENT ON COLUMN invoices.series IS 'Numbers ascend within a series and fiscal year, without gaps.';
COMMENT ON COLUMN invoices.fiscal_year IS 'Jalali, of the day it was issued.';
COMMENT ON COLUMN invoices.number IS 'Taken when it is issued (take_number); a draft has none.';
COMMENT ON COLUMN invoices.invoice_number IS 'Series, year and number as people name it.';
COMMENT ON COLUMN invoices.vendor_id IS 'Who sells; of a commission invoice, who is billed.';
COMMENT ON COLUMN invoices.order_id IS 'The order it bills.';
COMMENT ON COLUMN invoices.customer_id IS 'The person it is for.';
COMMENT ON COLUMN invoices.dealer_id IS 'The dealer it is for; counts in its exposure while unpaid.';
COMMENT ON COLUMN invoices.due_on IS 'To be paid by then.';
COMMENT ON COLUMN invoices.issued_at IS '[indatim]; its UTC day is part of the tax number.';
COMMENT ON COLUMN invoices.seller_name IS 'The seller as named on it.';
COMMENT ON COLUMN invoices.seller_economic_code IS '[tins]';
COMMENT ON COLUMN invoices.seller_branch_code IS '[sbc]';
COMMENT ON COLUMN invoices.buyer_kind IS '[tob] person, company, civil partnership, foreigner.';
COMMENT ON COLUMN invoices.buyer_name IS 'The buyer as named on it.';
COMMENT ON COLUMN invoices.buyer_national_id_cipher IS '[bid] encrypted by the program.';
COMMENT ON COLUMN invoices.buyer_national_id_index IS 'Keyed hash of it, to find a buyer''s invoices by.';
COMMENT ON COLUMN invoices.buyer_national_id_last4 IS 'Its last four digits, for the eye.';
COMMENT ON COLUMN invoices.buyer_economic_code_cipher IS '[tinb] encrypted by the program: a person''s begins with the national id.';
COMMENT ON COLUMN invoices.buyer_economic_code_last4 IS 'Its last four digits, for the eye.';
COMMENT ON COLUMN invoices.buyer_branch_code IS '[bbc]';
COMMENT ON COLUMN invoices.buyer_postal_code IS '[bpc]';
COMMENT ON COLUMN invoices.gross_amount IS '[tprdis] rials before discount.';
COMMENT ON COLUMN invoices.discount_amount IS '[tdis]';
COMMENT ON COLUMN invoices.net_amount IS '[tadis] rials after discount.';
COMMENT ON COLUMN invoices.vat_amount IS '[tvam]';
COMMENT ON COLUMN invoices.other_charges_amount IS '[todam] other taxes and legal charges.';
COMMENT ON COLUMN invoices.total_amount IS '[tbill]';
COMMENT ON COLUMN invoices.paid_amount IS 'Rials of payments set against it.';
COMMENT ON COLUMN invoices.settlement IS '[setm]';
COMMENT ON COLUMN invoices.cash_amount IS '[cap] of mixed settlement: the part of net_amount paid at once.';
COMMENT ON COLUMN invoices.credit_amount IS '[insp] of mixed settlement: the rest.';
COMMENT ON COLUMN invoices.article17_amount IS '[tax17]';
COMMENT ON COLUMN invoices.tax_type IS '[inty] 1 full, 2 without_buyer, 3 receipt.';
COMMENT ON COLUMN invoices.tax_pattern IS '[inp] 1 to 9, 11, 13, 14 in the order of the choices.';
COMMENT ON COLUMN invoices.tax_subject IS '[ins] 1 original, 2 corrective, 3 cancellation, 4 return.';
COMMENT ON COLUMN invoices.reference_invoice_id IS '[irtaxid] the invoice that this one corrects, cancels or returns.';
COMMENT ON COLUMN invoices.tax_serial IS '[inno] its ten hexadecimal digits are part of the tax number; never given twice in a memory.';
COMMENT ON COLUMN invoices.tax_number IS '[taxid] 22 characters: memory, UTC day, serial, check digit. Kept when it is sent again.';
COMMENT ON COLUMN invoices.tax_status IS 'Where it stands with the tax administration. unknown: no answer came; it is asked about, not sent anew.';
COMMENT ON COLUMN invoices.buyer_reaction IS 'What the buyer answered in the portal. A rejected one must be corrected or cancelled.';
COMMENT ON COLUMN invoices.article6_status IS 'Whether it exceeds the seller''s ceiling of sales.';
COMMENT ON COLUMN invoices.tax_deadline_on IS 'The last day to send it, by the rule of the day it was issued.';
COMMENT ON COLUMN invoices.tax_sent_at IS 'When it was last sent.';
COMMENT ON COLUMN invoices.tax_answered_at IS 'When the last answer came.';
COMMENT ON COLUMN invoices.pattern_fields IS 'Fields of other patterns than sale, by the tax administration''s names.';
COMMENT ON COLUMN invoices.search_key IS 'Numbers and buyer folded for searching.';
CREATE UNIQUE INDEX invoices_invoice_number_key ON invoices (tenant_id, invoice_number) WHERE invoice_number <> '';
CREATE UNIQUE INDEX invoices_tax_number_key ON invoices (tenant_id, tax_number) WHERE tax_number <> '';
CREATE UNIQUE INDEX invoices_one_cancellation ON invoices (tenant_id, reference_invoice_id) WHERE tax_subject = 'cancellation' AND status <> 'void';
CREATE INDEX invoices_status ON invoices (tenant_id, status, id);
CREATE INDEX invoices_issued_on ON invoices (tenant_id, issued_on, id) INCLUDE (total_amount);
CREATE INDEX invoices_due ON invoices (tenant_id, due_on, id) WHERE status IN ('issued', 'partly_paid');
CREATE INDEX invoices_dealer ON invoices (tenant_id, dealer_id, status, id) WHERE dealer_id IS NOT NULL;
CREATE INDEX invoices_customer ON invoices (tenant_id, customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX invoices_vendor ON invoices (tenant_id, vendor_id, id) WHERE vendor_id IS NOT NULL;
CREATE INDEX invoices_order ON invoices (tenant_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX invoices_reference ON invoices (tenant_id, reference_invoice_id) WHERE reference_invoice_id IS NOT NULL;
CREATE INDEX invoices_to_send ON invoices (tenant_id, tax_deadline_on, id) WHERE tax_status IN ('queued', 'failed', 'unknown');
CREATE INDEX invoices_tax_status ON invoices (tenant_id, tax_status, id);
CREATE INDEX invoices_rejected ON invoices (tenant_id, id) WHERE buyer_reaction = 'rejected';
CREATE INDEX invoices_buyer ON invoices (tenant_id, buyer_national_id_index) WHERE buyer_national_id_index IS NOT NULL;
COMMENT ON INDEX invoices_due IS 'What is to be paid, and what is overdue.';
COMMENT ON INDEX invoices_to_send IS 'The queue to the tax administration, by deadline.';
COMMENT ON INDEX invoices_rejected IS 'The inbox of invoices that buyers rejected.';

CREATE TABLE invoice_items (
    tenant_id            bigint      NOT NULL,
    id                   bigint      NOT NULL DEFAULT next_id(),
    invoice_id           bigint      NOT NULL,
    product_id           bigint,
    position             integer     NOT NULL DEFAULT 1 CONSTRAINT invoice_items_position_range CHECK (position BETWEEN 1 AND 10000),
    tax_item_id          text        NOT NULL DEFAULT '' CONSTRAINT invoice_items_tax_item_id_form CHECK (tax_item_id ~ '^([0-9]{13})?$'),
    description          text        NOT NULL CONSTRAINT invoice_items_description_length CHECK (length(description) BETWEEN 1 AND 400),
    quantity             integer     NOT NULL CONSTRAINT invoice_items_quantity_range CHECK (quantity BETWEEN 1 AND 1000000),
    unit_code            text        NOT NULL DEFAULT '' CONSTRAINT invoice_items_unit_code_form CHECK (unit_code ~ '^[0-9]{0,8}$'),
    unit_price           bigint      NOT NULL CONSTRAINT invoice_items_unit_price_range CHECK (unit_price BETWEEN 1 AND 9007199254740991),
    gross_amount         bigint      NOT NULL CONSTRAINT invoice_items_gross_amount_range CHECK (gross_amount BETWEEN 1 AND 9007199254740991),
    discount_amount      bigint      NOT NULL DEFAULT 0 CONSTRAINT invoice_items_discount_amount_range CHECK (discount_amount BETWEEN 0 AND 9007199254740991),
    net_amount           bigint      NOT NULL CONSTRAINT invoice_items_net_amount_range CHECK (net_amount BETWEEN 0 AND 9007199254740991),
    vat_rate_bp          integer     NOT NULL DEFAULT 0 CONSTRAINT invoice_items_vat_rate_bp_range CHECK (vat_rate_bp BETWEEN 0 AND 10000),
    vat_amount           bigint      NOT NULL DEFAULT 0 CONSTRAINT invoice_items_vat_amount_range CHECK (vat_amount BETWEEN 0 AND 9007199254740991),
    other_tax_subject    text        NOT NULL DEFAULT '' CONSTRAINT invoice_items_other_tax_subject_length CHECK (length(other_tax_subject) <= 255),
    other_tax_rate_bp    integer     NOT NULL DEFAULT 0 CONSTRAINT invoice_items_other_tax_rate_bp_range CHECK (other_tax_rate_bp BETWEEN 0 AND 10000),
    other_tax_amount     bigint      NOT NULL DEFAULT 0 CONSTRAINT invoice_items_other_tax_amount_range CHECK (other_tax_amount BETWEEN 0 AND 9007199254740991),
    other_charge_subject text        NOT NULL DEFAULT '' CONSTRAINT invoice_items_other_charge_subject_length CHECK (length(other_charge_subject) <= 255),
    other_charge_rate_bp integer     NOT NULL DEFAULT 0 CONSTRAINT invoice_items_other_charge_rate_bp_range CHECK (other_charge_rate_bp BETWEEN 0 AND 10000),
    other_charge_amount  bigint      NOT NULL DEFAULT 0 CONSTRAINT invoice_items_other_charge_amount_range
                             CHECK (other_charge_amount BETWEEN 0 AND 9007199254740991),
    total_amount         bigint      NOT NULL CONSTRAINT invoice_items_total_amount_range CHECK (total_amount BETWEEN 0 AND 9007199254740991),
    contract_number      text        NOT NULL DEFAULT '' CONSTRAINT invoice_items_contract_number_length CHECK (length(contract_number) <= 12),
    pattern_fields       jsonb       NOT NULL DEFAULT '{}' CONSTRAINT invoice_items_pattern_fields_object CHECK (jsonb_typeof(pattern_fields) = 'object'),
    version              integer     NOT NULL DEFAULT 1,
    created_at           timestamptz NOT NULL DEFAULT now(),
    updated_at           timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT invoice_items_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT invoice_items_invoice_fkey FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id),
    CONSTRAINT invoice_items_product_fkey FOREIGN KEY (tenant_id, product_id) REFERENCES products (tenant_id, id),
    CONSTRAINT invoice_items_position_key UNIQUE (tenant_id, invoice_id, position),
    CONSTRAINT invoice_items_gross CHECK (gross_amount = quantity * unit_price),
    CONSTRAINT invoice_items_net CHECK (net_amount = gross_amount - discount_amount),
    CONSTRAINT invoice_items_vat CHECK (vat_amount = div(net_amount::numeric * vat_rate_bp, 10000)),
    CONSTRAINT invoice_items_other_tax CHECK (other_tax_amount = div(net_amount::numeric * other_tax_rate_bp, 10000)),
    CONSTRAINT invoice_items_other_charge CHECK (other_charge_amount = div(net_amount::numeric * other_charge_rate_bp, 10000)),
    CONSTRAINT invoice_items_sum CHECK (total_amount = net_amount + vat_amount + other_tax_amount + other_charge_amount)
);
COMMENT ON TABLE invoice_items IS 'A line of an invoice. Amounts are cut off to whole rials, never rounded, as the tax administration reckons. Lines of what was issued never change.';
COMMENT ON COLUMN invoice_items.tax_item_id IS '[sstid] goods or service id, 13 digits.';
COMMENT ON COLUMN invoice_items.description IS '[sstt]';
COMMENT ON COLUMN invoice_items.quantity IS '[am]';
COMMENT ON COLUMN invoice_items.unit_code IS '[mu] what the quantity counts.';
COMMENT ON COLUMN invoice_items.unit_price IS '[fee] rials for one.';
COMMENT ON COLUMN invoice_items.gross_amount IS '[prdis]';
COMMENT ON COLUMN invoice_items.discount_amount IS '[dis]';
COMMENT ON COLUMN invoice_items.net_amount IS '[adis]';
COMMENT ON COLUMN invoice_items.vat_rate_bp IS '[vra] in basis points; the tax administration counts percents.';
COMMENT ON COLUMN invoice_items.vat_amount IS '[vam]';
COMMENT ON COLUMN invoice_items.other_tax_subject IS '[odt]';
COMMENT ON COLUMN invoice_items.other_tax_rate_bp IS '[odr]';
COMMENT ON COLUMN invoice_items.other_tax_amount IS '[odam]';
COMMENT ON COLUMN invoice_items.other_charge_subject IS '[olt]';
COMMENT ON COLUMN invoice_items.other_charge_rate_bp IS '[olr]';
COMMENT ON COLUMN invoice_items.other_charge_amount IS '[olam]';
COMMENT ON COLUMN invoice_items.total_amount IS '[tsstam]';
COMMENT ON COLUMN invoice_items.contract_number IS '[bsrn] of a commission contract.';
COMMENT ON COLUMN invoice_items.pattern_fields IS 'Fields of other patterns than sale, by the tax administration''s names.';
CREATE INDEX invoice_items_product ON invoice_items (tenant_id, product_id) WHERE product_id IS NOT NULL;

CREATE FUNCTION keep_issued_invoice() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app AS $$
DECLARE
    -- What goes on after issuing: payment, sending, and what the tax administration answers.
    open_columns constant text[] := ARRAY['status', 'paid_amount', 'tax_memory_id', 'tax_serial', 'tax_number', 'tax_status', 'buyer_reaction',
        'article6_status', 'tax_deadline_on', 'tax_sent_at', 'tax_answered_at', 'search_key', 'note', 'version', 'updated_at',
        'buyer_national_id_cipher', 'buyer_national_id_index', 'buyer_economic_code_cipher'];
BEGIN
    IF TG_TABLE_NAME = 'invoices' THEN
        IF OLD.status <> 'draft' AND (NEW.status = 'draft' OR (OLD.tax_number <> '' AND NEW.tax_number <> OLD.tax_number)
            OR to_jsonb(NEW) - open_columns IS DISTINCT FROM to_jsonb(OLD) - open_columns) THEN
            RAISE EXCEPTION 'an invoice that was issued is not edited' USING ERRCODE = '23514', CONSTRAINT = 'invoices_kept', TABLE = 'invoices';
        END IF;
    ELSIF EXISTS (SELECT FROM invoices i WHERE i.tenant_id = coalesce(NEW.tenant_id, OLD.tenant_id)
                     AND i.id IN (NEW.invoice_id, OLD.invoice_id) AND i.status <> 'draft') THEN
        RAISE EXCEPTION 'an invoice that was issued is not edited' USING ERRCODE = '23514', CONSTRAINT = 'invoices_kept', TABLE = 'invoices';
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
ALTER FUNCTION keep_issued_invoice() OWNER TO nextgen_definer;
GRANT SELECT ON invoices TO nextgen_definer;
CREATE TRIGGER keep_issued BEFORE UPDATE ON invoices FOR EACH ROW EXECUTE FUNCTION keep_issued_invoice();
CREATE TRIGGER keep_issued BEFORE INSERT OR UPDATE OR DELETE ON invoice_items FOR EACH ROW EXECUTE FUNCTION keep_issued_invoice();

CREATE TABLE tax_submissions (
    tenant_id        bigint      NOT NULL,
    id               bigint      NOT NULL DEFAULT next_id(),
    invoice_id       bigint      NOT NULL,
    request_trace    text        NOT NULL CONSTRAINT tax_submissions_request_trace_form CHECK (request_trace ~ '^[0-9a-f-]{36}$'),
    reference_number text        NOT NULL DEFAULT '' CONSTRAINT tax_submissions_reference_number_length CHECK (length(reference_number) <= 100),
    status           text        NOT NULL DEFAULT 'created' CONSTRAINT tax_submissions_status_known CHECK (status IN
                         ('created', 'sent', 'in_progress', 'success', 'failed', 'timeout', 'not_found')),
    attempts         integer     NOT NULL DEFAULT 0 CONSTRAINT tax_submissions_attempts_range CHECK (attempts >= 0),
    sent_at          timestamptz,
    answered_at      timestamptz,
    findings         jsonb       NOT NULL DEFAULT '[]' CONSTRAINT tax_submissions_findings_list CHECK (jsonb_typeof(findings) = 'array'),
    receipt          text        NOT NULL DEFAULT '',
    version          integer     NOT NULL DEFAULT 1,
    created_at       timestamptz NOT NULL DEFAULT now(),
    updated_at       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT tax_submissions_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT tax_submissions_invoice_fkey FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id),
    CONSTRAINT tax_submissions_request_trace_key UNIQUE (tenant_id, request_trace),
    CONSTRAINT tax_submissions_times CHECK (sent_at <= answered_at)
);
COMMENT ON TABLE tax_submissions IS 'Each sending of an invoice to the tax administration and what came back. Sent anew only when the earlier one is known not to have arrived.';
COMMENT ON COLUMN tax_submissions.request_trace IS 'UUID by which it is asked about.';
COMMENT ON COLUMN tax_submissions.reference_number IS 'The tax administration''s number of it.';
COMMENT ON COLUMN tax_submissions.attempts IS 'How often the same sending was tried.';
COMMENT ON COLUMN tax_submissions.findings IS 'Errors and warnings: [{"code", "message", "kind"}].';
COMMENT ON COLUMN tax_submissions.receipt IS 'The tax administration''s signed receipt, archived as it came.';
CREATE INDEX tax_submissions_invoice ON tax_submissions (tenant_id, invoice_id, id);
CREATE INDEX tax_submissions_to_ask ON tax_submissions (tenant_id, id) WHERE status IN ('created', 'sent', 'in_progress', 'timeout');
CREATE UNIQUE INDEX tax_submissions_one_open ON tax_submissions (tenant_id, invoice_id) WHERE status IN ('created', 'sent', 'in_progress', 'timeout');
COMMENT ON INDEX tax_submissions_to_ask IS 'What is to be asked about.';

CREATE TABLE payment_allocations (
    tenant_id   bigint      NOT NULL,
    id          bigint      NOT NULL DEFAULT next_id(),
    payment_id  bigint      NOT NULL,
    order_id    bigint,
    invoice_id  bigint,
    amount      bigint      NOT NULL CONSTRAINT payment_allocations_amount_positive CHECK (amount BETWEEN 1 AND 9007199254740991),
    reversed_at timestamptz,
    version     integer     NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT payment_allocations_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT payment_allocations_payment_fkey FOREIGN KEY (tenant_id, payment_id) REFERENCES payments (tenant_id, id),
    CONSTRAINT payment_allocations_order_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES order_numbers (tenant_id, id),
    CONSTRAINT payment_allocations_invoice_fkey FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id),
    CONSTRAINT payment_allocations_one_target CHECK (num_nonnulls(order_id, invoice_id) = 1)
);
COMMENT ON TABLE payment_allocations IS 'What part of a payment is for which order or invoice. Never more than the payment; undone by reversal.';
COMMENT ON COLUMN payment_allocations.amount IS 'Rials.';
COMMENT ON COLUMN payment_allocations.reversed_at IS 'When it was undone, as when a cheque bounced.';
CREATE INDEX payment_allocations_payment ON payment_allocations (tenant_id, payment_id);
CREATE INDEX payment_allocations_order ON payment_allocations (tenant_id, order_id) WHERE order_id IS NOT NULL;
CREATE INDEX payment_allocations_invoice ON payment_allocations (tenant_id, invoice_id) WHERE invoice_id IS NOT NULL;

CREATE FUNCTION sum_allocations() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.payment_id, NEW.amount, NEW.order_id, NEW.invoice_id)
        IS DISTINCT FROM (OLD.payment_id, OLD.amount, OLD.order_id, OLD.invoice_id) THEN
        RAISE EXCEPTION 'an allocation is reversed, not edited' USING ERRCODE = '23514', CONSTRAINT = 'payment_allocations_kept',
            TABLE = 'payment_allocations';
    END IF;
    UPDATE payments
       SET allocated_amount = allocated_amount + NEW.amount * ((NEW.reversed_at IS NULL)::integer
                              - CASE WHEN TG_OP = 'UPDATE' THEN (OLD.reversed_at IS NULL)::integer ELSE 0 END)
     WHERE tenant_id = NEW.tenant_id AND id = NEW.payment_id;
    RETURN NULL;
END $$;
ALTER FUNCTION sum_allocations() OWNER TO nextgen_definer;
GRANT SELECT, UPDATE ON payments TO nextgen_definer;
CREATE TRIGGER sum_up AFTER INSERT OR UPDATE ON payment_allocations FOR EACH ROW EXECUTE FUNCTION sum_allocations();

SELECT protect_table('tax_rates', 'edit', '{"outsider": "true"}'),
       protect_table('document_counters', 'work', '{"outsider": "true"}', '{"outsider": "true"}'),
       protect_table('proforma_invoices', 'write',
                     $${"vendor": "vendor_id = $", "customer": "customer_id = $ AND status <> 'draft'", "dealer": "dealer_id = $ AND status <> 'draft'"}$$),
       protect_table('proforma_invoice_items', 'edit', '{"outsider": "EXISTS (SELECT FROM app.proforma_invoices p WHERE p.tenant_id = proforma_invoice_items.tenant_id AND p.id = proforma_invoice_items.proforma_id)"}'),
       protect_table('tax_memories', 'write'),
       protect_table('invoices', 'write',
                     $${"vendor": "vendor_id = $", "customer": "customer_id = $ AND status <> 'draft'", "dealer": "dealer_id = $ AND status <> 'draft'"}$$),
       protect_table('invoice_items', 'edit', '{"outsider": "EXISTS (SELECT FROM app.invoices i WHERE i.tenant_id = invoice_items.tenant_id AND i.id = invoice_items.invoice_id)"}'),
       protect_table('tax_submissions', 'write'),
       protect_table('payment_allocations', 'write', '{"outsider": "EXISTS (SELECT FROM app.payments p WHERE p.tenant_id = payment_allocations.tenant_id AND p.id = payment_allocations.payment_id)"}',
                     '{"outsider": "EXISTS (SELECT FROM app.payments p WHERE p.tenant_id = payment_allocations.tenant_id AND p.id = payment_allocations.payment_id)"}');
REVOKE DELETE ON document_counters FROM nextgen_server;
