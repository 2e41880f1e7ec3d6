-- Money received and given back, and what it was for.
SET LOCAL search_path = app, public;

CREATE TABLE payments (
    tenant_id          bigint      NOT NULL CONSTRAINT payments_tenant_fkey REFERENCES tenants (id),
    id                 bigint      NOT NULL DEFAULT next_id(),
    public_id          text        NOT NULL DEFAULT replace(gen_random_uuid()::text, '-', '')
                           CONSTRAINT payments_public_id_form CHECK (public_id ~ '^[0-9a-f]{32}$'),
    payment_number     text        NOT NULL CONSTRAINT payments_payment_number_length CHECK (length(payment_number) BETWEEN 1 AND 32),
    direction          text        NOT NULL DEFAULT 'receipt' CONSTRAINT payments_direction_known CHECK (direction IN ('receipt', 'refund')),
    method             text        NOT NULL CONSTRAINT payments_method_known
                           CHECK (method IN ('gateway', 'card_to_card', 'pos', 'transfer', 'cash', 'cheque', 'wallet', 'barter', 'other')),
    status             text        NOT NULL DEFAULT 'created' CONSTRAINT payments_status_known CHECK (status IN
                           ('created', 'pending', 'unknown', 'verified', 'settled', 'failed', 'expired', 'cancelled')),
    customer_id        bigint,
    dealer_id          bigint,
    payer_name         text        NOT NULL DEFAULT '' CONSTRAINT payments_payer_name_length CHECK (length(payer_name) <= 200),
    amount             bigint      NOT NULL CONSTRAINT payments_amount_positive CHECK (amount BETWEEN 1 AND 9007199254740991),
    fee_amount         bigint      NOT NULL DEFAULT 0 CONSTRAINT payments_fee_amount_range CHECK (fee_amount BETWEEN 0 AND 9007199254740991),
    allocated_amount   bigint      NOT NULL DEFAULT 0 CONSTRAINT payments_allocated_amount_range CHECK (allocated_amount >= 0),
    received_on        date        NOT NULL,
    gateway            text        NOT NULL DEFAULT '' CONSTRAINT payments_gateway_form CHECK (gateway ~ '^[a-z0-9_]{0,40}$'),
    gateway_reference  text        NOT NULL DEFAULT '' CONSTRAINT payments_gateway_reference_length CHECK (length(gateway_reference) <= 100),
    tracking_number    text        NOT NULL DEFAULT '' CONSTRAINT payments_tracking_number_length CHECK (length(tracking_number) <= 40),
    switch_number      text        NOT NULL DEFAULT '' CONSTRAINT payments_switch_number_form CHECK (switch_number ~ '^[0-9]{0,9}$'),
    merchant_number    text        NOT NULL DEFAULT '' CONSTRAINT payments_merchant_number_form CHECK (merchant_number ~ '^[0-9]{0,14}$'),
    terminal_number    text        NOT NULL DEFAULT '' CONSTRAINT payments_terminal_number_form CHECK (terminal_number ~ '^[0-9]{0,8}$'),
    card_number_masked text        NOT NULL DEFAULT '' CONSTRAINT payments_card_number_masked_form
                           CHECK (card_number_masked ~ '^([0-9]{6}\*{6}[0-9]{4})?$'),
    cheque_id          bigint,
    refund_of_id       bigint,
    receipt_media_id   bigint,
    confirmed_by       bigint,
    expires_at         timestamptz,
    paid_at            timestamptz,
    verified_at        timestamptz,
    settled_at         timestamptz,
    failure_code       text        NOT NULL DEFAULT '' CONSTRAINT payments_failure_code_length CHECK (length(failure_code) <= 60),
    note               text        NOT NULL DEFAULT '' CONSTRAINT payments_note_length CHECK (length(note) <= 500),
    provider_payload   jsonb       NOT NULL DEFAULT '{}',
    search_key         text        NOT NULL DEFAULT '',
    version            integer     NOT NULL DEFAULT 1,
    created_at         timestamptz NOT NULL DEFAULT now(),
    updated_at         timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT payments_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT payments_customer_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES users (tenant_id, id),
    CONSTRAINT payments_dealer_fkey FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer_profiles (tenant_id, id),
    CONSTRAINT payments_cheque_fkey FOREIGN KEY (tenant_id, cheque_id) REFERENCES cheques (tenant_id, id),
    CONSTRAINT payments_refund_of_fkey FOREIGN KEY (tenant_id, refund_of_id) REFERENCES payments (tenant_id, id),
    CONSTRAINT payments_receipt_media_fkey FOREIGN KEY (tenant_id, receipt_media_id) REFERENCES media (tenant_id, id),
    CONSTRAINT payments_confirmed_by_fkey FOREIGN KEY (tenant_id, confirmed_by) REFERENCES users (tenant_id, id),
    CONSTRAINT payments_payment_number_key UNIQUE (tenant_id, payment_number),
    CONSTRAINT payments_public_id_key UNIQUE (tenant_id, public_id),
    CONSTRAINT payments_whose CHECK (customer_id IS NOT NULL OR dealer_id IS NOT NULL),
    CONSTRAINT payments_allocated_within CHECK (allocated_amount <= amount),
    CONSTRAINT payments_fee_within CHECK (fee_amount <= amount),
    CONSTRAINT payments_refund CHECK ((direction = 'refund') = (refund_of_id IS NOT NULL)),
    CONSTRAINT payments_by_gateway CHECK ((method = 'gateway') = (gateway <> '')),
    CONSTRAINT payments_by_cheque CHECK (cheque_id IS NULL OR method = 'cheque'),
    CONSTRAINT payments_verified CHECK (status NOT IN ('verified', 'settled') OR (verified_at IS NOT NULL AND paid_at IS NOT NULL)),
    CONSTRAINT payments_settled CHECK ((status = 'settled') = (settled_at IS NOT NULL)),
    CONSTRAINT payments_times CHECK (paid_at <= verified_at AND verified_at <= settled_at)
);
COMMENT ON TABLE payments IS 'Money that came in or was given back (دریافت و پرداخت). Final only once verified with who moved it; a callback is a hint.';
COMMENT ON COLUMN payments.public_id IS 'What outsiders see in links and callbacks; cannot be guessed.';
COMMENT ON COLUMN payments.payment_number IS 'As people name it.';
COMMENT ON COLUMN payments.status IS 'unknown: whether money moved is not known; a sweep asks the gateway until it is. settled: it is in our account.';
COMMENT ON COLUMN payments.customer_id IS 'The person who paid.';
COMMENT ON COLUMN payments.dealer_id IS 'The dealer who paid.';
COMMENT ON COLUMN payments.payer_name IS 'Who paid, when it was somebody else.';
COMMENT ON COLUMN payments.amount IS 'Rials.';
COMMENT ON COLUMN payments.fee_amount IS 'Rials the gateway keeps of them.';
COMMENT ON COLUMN payments.allocated_amount IS 'Rials set against orders and invoices: the sum of its allocations, kept by them.';
COMMENT ON COLUMN payments.received_on IS 'The business date.';
COMMENT ON COLUMN payments.gateway_reference IS 'The gateway''s name of the attempt (authority, trackId).';
COMMENT ON COLUMN payments.tracking_number IS 'Number of the transfer, slip or card payment (شمارهٔ پیگیری).';
COMMENT ON COLUMN payments.switch_number IS 'Of the payment switch, for the tax administration, as are merchant and terminal.';
COMMENT ON COLUMN payments.merchant_number IS 'Of the shop at the switch.';
COMMENT ON COLUMN payments.terminal_number IS 'Of the card reader or gateway.';
COMMENT ON COLUMN payments.card_number_masked IS 'First six and last four digits, 621986******1234; the whole number is never stored.';
COMMENT ON COLUMN payments.cheque_id IS 'The cheque it was paid by.';
COMMENT ON COLUMN payments.refund_of_id IS 'Of a refund: the receipt that it gives back.';
COMMENT ON COLUMN payments.receipt_media_id IS 'Picture of the slip.';
COMMENT ON COLUMN payments.confirmed_by IS 'Who saw the money, where no gateway says so.';
COMMENT ON COLUMN payments.expires_at IS 'The gateway takes no money after this.';
COMMENT ON COLUMN payments.failure_code IS 'Why it failed, as the gateway named it.';
COMMENT ON COLUMN payments.provider_payload IS 'What the gateway answered, without card numbers.';
COMMENT ON COLUMN payments.search_key IS 'Numbers and payer folded for searching.';
CREATE UNIQUE INDEX payments_gateway_reference_key ON payments (tenant_id, gateway, gateway_reference) WHERE gateway_reference <> '';
CREATE INDEX payments_tracking_number ON payments (tenant_id, tracking_number) WHERE tracking_number <> '';
CREATE INDEX payments_status ON payments (tenant_id, status, id);
CREATE INDEX payments_received_on ON payments (tenant_id, received_on, id);
CREATE INDEX payments_customer ON payments (tenant_id, customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX payments_dealer ON payments (tenant_id, dealer_id, id) WHERE dealer_id IS NOT NULL;
CREATE INDEX payments_unallocated ON payments (tenant_id, id) WHERE allocated_amount < amount AND status IN ('verified', 'settled');
CREATE INDEX payments_to_ask ON payments (tenant_id, id) WHERE method = 'gateway' AND status IN ('created', 'pending', 'unknown');
CREATE INDEX payments_cheque ON payments (tenant_id, cheque_id) WHERE cheque_id IS NOT NULL;
CREATE INDEX payments_refund_of ON payments (tenant_id, refund_of_id) WHERE refund_of_id IS NOT NULL;
CREATE INDEX payments_receipt_media ON payments (tenant_id, receipt_media_id) WHERE receipt_media_id IS NOT NULL;
CREATE INDEX payments_confirmed_by ON payments (tenant_id, confirmed_by) WHERE confirmed_by IS NOT NULL;
COMMENT ON INDEX payments_tracking_number IS 'Warns of a slip that was entered before.';
COMMENT ON INDEX payments_unallocated IS 'Money that is not set against anything yet.';
COMMENT ON INDEX payments_to_ask IS 'What the sweep asks the gateways about.';

-- Who pays may begin and give up; that money came, the gateway says, or staff.
SELECT protect_table('payments', 'write', '{"customer": "customer_id = $", "dealer": "dealer_id = $"}',
                     $${"customer": "customer_id = $ AND status IN ('created', 'pending', 'cancelled')",
                        "dealer": "dealer_id = $ AND status IN ('created', 'pending', 'cancelled')"}$$);
