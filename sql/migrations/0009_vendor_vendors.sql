-- Vendors: the companies and people that sell, where they are paid, and what they were paid.
SET LOCAL search_path = app, public;

CREATE TABLE vendors (
    tenant_id             bigint      NOT NULL CONSTRAINT vendors_tenant_fkey REFERENCES tenants (id),
    id                    bigint      NOT NULL DEFAULT next_id(),
    code                  text        NOT NULL CONSTRAINT vendors_code_length CHECK (length(code) BETWEEN 1 AND 32),
    slug                  text        NOT NULL CONSTRAINT vendors_slug_form CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    title_fa              text        NOT NULL CONSTRAINT vendors_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 200),
    title_en              text        NOT NULL DEFAULT '' CONSTRAINT vendors_title_en_length CHECK (length(title_en) <= 200),
    kind                  text        NOT NULL DEFAULT 'legal' CONSTRAINT vendors_kind_known CHECK (kind IN ('natural', 'legal')),
    status                text        NOT NULL DEFAULT 'pending' CONSTRAINT vendors_status_known CHECK (status IN
                              ('pending', 'onboarding', 'in_review', 'approved', 'rejected', 'suspended', 'closed')),
    status_reason         text        NOT NULL DEFAULT '' CONSTRAINT vendors_status_reason_length CHECK (length(status_reason) <= 500),
    is_on_holiday         boolean     NOT NULL DEFAULT false,
    description_fa        text        NOT NULL DEFAULT '' CONSTRAINT vendors_description_fa_length CHECK (length(description_fa) <= 5000),
    description_en        text        NOT NULL DEFAULT '' CONSTRAINT vendors_description_en_length CHECK (length(description_en) <= 5000),
    contact_name          text        NOT NULL DEFAULT '' CONSTRAINT vendors_contact_name_length CHECK (length(contact_name) <= 200),
    mobile                text        NOT NULL DEFAULT '' CONSTRAINT vendors_mobile_form CHECK (mobile ~ '^(09[0-9]{9})?$'),
    phone                 text        NOT NULL DEFAULT '' CONSTRAINT vendors_phone_form CHECK (phone ~ '^(0[0-9]{7,10})?$'),
    email                 text        NOT NULL DEFAULT '' CONSTRAINT vendors_email_form
                              CHECK (email = '' OR (email = lower(email) AND email ~ '^[^@\s]+@[^@\s]+$')),
    province              text        NOT NULL DEFAULT '' CONSTRAINT vendors_province_length CHECK (length(province) <= 60),
    city                  text        NOT NULL DEFAULT '' CONSTRAINT vendors_city_length CHECK (length(city) <= 60),
    address               text        NOT NULL DEFAULT '' CONSTRAINT vendors_address_length CHECK (length(address) <= 500),
    postal_code           text        NOT NULL DEFAULT '' CONSTRAINT vendors_postal_code_form CHECK (postal_code ~ '^([0-9]{10})?$'),
    national_id_cipher    bytea,
    national_id_index     bytea,
    national_id_last4     text        NOT NULL DEFAULT '' CONSTRAINT vendors_national_id_last4_form
                              CHECK (national_id_last4 ~ '^([0-9]{4})?$'),
    registration_number   text        NOT NULL DEFAULT '' CONSTRAINT vendors_registration_number_form
                              CHECK (registration_number ~ '^[0-9]{0,12}$'),
    commission_bp         integer     NOT NULL DEFAULT 0 CONSTRAINT vendors_commission_bp_range CHECK (commission_bp BETWEEN 0 AND 10000),
    payout_schedule       text        NOT NULL DEFAULT 'weekly' CONSTRAINT vendors_payout_schedule_known CHECK (payout_schedule IN
                              ('daily', 'weekly', 'biweekly', 'monthly', 'manual')),
    minimum_payout_amount bigint      NOT NULL DEFAULT 0 CONSTRAINT vendors_minimum_payout_amount_range
                              CHECK (minimum_payout_amount BETWEEN 0 AND 9007199254740991),
    return_window_days    integer     NOT NULL DEFAULT 7 CONSTRAINT vendors_return_window_days_range CHECK (return_window_days BETWEEN 0 AND 365),
    approved_at           timestamptz,
    search_key            text        NOT NULL DEFAULT '',
    version               integer     NOT NULL DEFAULT 1,
    created_at            timestamptz NOT NULL DEFAULT now(),
    updated_at            timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT vendors_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT vendors_code_key UNIQUE (tenant_id, code),
    CONSTRAINT vendors_slug_key UNIQUE (tenant_id, slug),
    CONSTRAINT vendors_national_id_key UNIQUE (tenant_id, national_id_index),
    CONSTRAINT vendors_national_id_whole
        CHECK (num_nonnulls(national_id_cipher, national_id_index) = 0 AND national_id_last4 = ''
               OR num_nonnulls(national_id_cipher, national_id_index) = 2 AND national_id_last4 <> ''),
    CONSTRAINT vendors_approved_once CHECK (status NOT IN ('approved', 'suspended') OR approved_at IS NOT NULL),
    CONSTRAINT vendors_refused_with_reason CHECK (status NOT IN ('rejected', 'suspended') OR status_reason <> '')
);
COMMENT ON TABLE vendors IS 'A company or person that sells on the marketplace (فروشنده).';
COMMENT ON COLUMN vendors.code IS 'As people and workbooks name the vendor.';
COMMENT ON COLUMN vendors.slug IS 'The vendor''s name in addresses of the shop.';
COMMENT ON COLUMN vendors.kind IS 'natural: a person (کد ملی); legal: a company (شناسه ملی).';
COMMENT ON COLUMN vendors.status IS 'Only approved vendors sell. Moves are acts of the program, not edits.';
COMMENT ON COLUMN vendors.status_reason IS 'Why the vendor was rejected or suspended, as told to it.';
COMMENT ON COLUMN vendors.is_on_holiday IS 'The vendor''s own pause: its goods are shown, not sold.';
COMMENT ON COLUMN vendors.national_id_cipher IS 'National id, of a company or person, encrypted by the program.';
COMMENT ON COLUMN vendors.national_id_index IS 'Keyed hash of the national id, to find the vendor by it and to refuse a second one.';
COMMENT ON COLUMN vendors.national_id_last4 IS 'Its last four digits, for the eye.';
COMMENT ON COLUMN vendors.registration_number IS 'Number in the register of companies (شماره ثبت).';
COMMENT ON COLUMN vendors.commission_bp IS 'The marketplace''s share of a sale in basis points, where neither product category nor rule says otherwise.';
COMMENT ON COLUMN vendors.payout_schedule IS 'How often the vendor is paid.';
COMMENT ON COLUMN vendors.minimum_payout_amount IS 'Rials; a smaller balance waits for the next payout.';
COMMENT ON COLUMN vendors.return_window_days IS 'Days after delivery until a sale is payable, when nothing was returned.';
COMMENT ON COLUMN vendors.approved_at IS 'When the vendor was first approved.';
COMMENT ON COLUMN vendors.search_key IS 'Code and titles folded for searching.';
CREATE INDEX vendors_title_fa ON vendors (tenant_id, title_fa, id);
CREATE INDEX vendors_status ON vendors (tenant_id, status, id);
CREATE INDEX vendors_mobile ON vendors (tenant_id, mobile) WHERE mobile <> '';

ALTER TABLE user_role_assignments
    ADD COLUMN vendor_id bigint,
    ADD CONSTRAINT user_role_assignments_vendor_fkey FOREIGN KEY (tenant_id, vendor_id) REFERENCES vendors (tenant_id, id),
    ADD CONSTRAINT user_role_assignments_vendor_role CHECK (vendor_id IS NULL OR role = 'VENDOR');
COMMENT ON COLUMN user_role_assignments.vendor_id IS 'For VENDOR: whose person this is; without one the person sees no vendor''s rows.';
CREATE INDEX user_role_assignments_dealer ON user_role_assignments (tenant_id, dealer_id) WHERE dealer_id IS NOT NULL;
CREATE INDEX user_role_assignments_vendor ON user_role_assignments (tenant_id, vendor_id) WHERE vendor_id IS NOT NULL;

CREATE TABLE vendor_bank_accounts (
    tenant_id    bigint      NOT NULL CONSTRAINT vendor_bank_accounts_tenant_fkey REFERENCES tenants (id),
    id           bigint      NOT NULL DEFAULT next_id(),
    vendor_id    bigint      NOT NULL,
    holder_name  text        NOT NULL CONSTRAINT vendor_bank_accounts_holder_name_length CHECK (length(holder_name) BETWEEN 1 AND 200),
    bank_code    text        NOT NULL DEFAULT '' CONSTRAINT vendor_bank_accounts_bank_code_form CHECK (bank_code ~ '^([0-9]{3})?$'),
    iban_cipher  bytea       NOT NULL,
    iban_index   bytea       NOT NULL,
    iban_last4   text        NOT NULL CONSTRAINT vendor_bank_accounts_iban_last4_form CHECK (iban_last4 ~ '^[0-9]{4}$'),
    status       text        NOT NULL DEFAULT 'pending' CONSTRAINT vendor_bank_accounts_status_known
                     CHECK (status IN ('pending', 'approved', 'rejected', 'retired')),
    requested_by bigint,
    approved_by  bigint,
    approved_at  timestamptz,
    usable_from  timestamptz,
    version      integer     NOT NULL DEFAULT 1,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT vendor_bank_accounts_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT vendor_bank_accounts_vendor_fkey FOREIGN KEY (tenant_id, vendor_id) REFERENCES vendors (tenant_id, id),
    CONSTRAINT vendor_bank_accounts_requested_by_fkey FOREIGN KEY (tenant_id, requested_by) REFERENCES users (tenant_id, id),
    CONSTRAINT vendor_bank_accounts_approved_by_fkey FOREIGN KEY (tenant_id, approved_by) REFERENCES users (tenant_id, id),
    CONSTRAINT vendor_bank_accounts_iban_key UNIQUE (tenant_id, vendor_id, iban_index),
    CONSTRAINT vendor_bank_accounts_approved
        CHECK (status <> 'approved' OR (approved_by IS NOT NULL AND approved_at IS NOT NULL AND usable_from >= approved_at)),
    CONSTRAINT vendor_bank_accounts_two_people CHECK (approved_by <> requested_by)
);
COMMENT ON TABLE vendor_bank_accounts IS 'Where a vendor is paid. A new account needs a second person and a cooling-off time before money goes there.';
COMMENT ON COLUMN vendor_bank_accounts.bank_code IS 'Three digits of the IBAN that name the bank.';
COMMENT ON COLUMN vendor_bank_accounts.iban_cipher IS 'IBAN (شبا), encrypted by the program.';
COMMENT ON COLUMN vendor_bank_accounts.iban_index IS 'Keyed hash of the IBAN, to find it by.';
COMMENT ON COLUMN vendor_bank_accounts.iban_last4 IS 'Its last four digits, for the eye.';
COMMENT ON COLUMN vendor_bank_accounts.requested_by IS 'Who entered the account; another person approves it.';
COMMENT ON COLUMN vendor_bank_accounts.approved_by IS 'Who approved it.';
COMMENT ON COLUMN vendor_bank_accounts.usable_from IS 'Payouts go there from then on.';
CREATE UNIQUE INDEX vendor_bank_accounts_one_in_use ON vendor_bank_accounts (tenant_id, vendor_id) WHERE status = 'approved';
CREATE INDEX vendor_bank_accounts_requested_by ON vendor_bank_accounts (tenant_id, requested_by) WHERE requested_by IS NOT NULL;
CREATE INDEX vendor_bank_accounts_approved_by ON vendor_bank_accounts (tenant_id, approved_by) WHERE approved_by IS NOT NULL;
CREATE INDEX vendor_bank_accounts_iban ON vendor_bank_accounts (tenant_id, iban_index);

CREATE TABLE vendor_payouts (
    tenant_id         bigint      NOT NULL CONSTRAINT vendor_payouts_tenant_fkey REFERENCES tenants (id),
    id                bigint      NOT NULL DEFAULT next_id(),
    vendor_id         bigint      NOT NULL,
    bank_account_id   bigint      NOT NULL,
    payout_number     text        NOT NULL CONSTRAINT vendor_payouts_payout_number_length CHECK (length(payout_number) BETWEEN 1 AND 32),
    status            text        NOT NULL DEFAULT 'pending' CONSTRAINT vendor_payouts_status_known
                          CHECK (status IN ('pending', 'processing', 'completed', 'failed', 'unresolved', 'cancelled')),
    period_from       date        NOT NULL,
    period_to         date        NOT NULL,
    sales_amount      bigint      NOT NULL CONSTRAINT vendor_payouts_sales_amount_range CHECK (sales_amount BETWEEN 0 AND 9007199254740991),
    refund_amount     bigint      NOT NULL DEFAULT 0 CONSTRAINT vendor_payouts_refund_amount_range
                          CHECK (refund_amount BETWEEN 0 AND 9007199254740991),
    commission_amount bigint      NOT NULL DEFAULT 0 CONSTRAINT vendor_payouts_commission_amount_range
                          CHECK (commission_amount BETWEEN 0 AND 9007199254740991),
    fee_amount        bigint      NOT NULL DEFAULT 0 CONSTRAINT vendor_payouts_fee_amount_range
                          CHECK (fee_amount BETWEEN 0 AND 9007199254740991),
    adjustment_amount bigint      NOT NULL DEFAULT 0 CONSTRAINT vendor_payouts_adjustment_amount_range
                          CHECK (abs(adjustment_amount) <= 9007199254740991),
    amount            bigint      NOT NULL CONSTRAINT vendor_payouts_amount_positive CHECK (amount BETWEEN 1 AND 9007199254740991),
    paid_on           date,
    bank_reference    text        NOT NULL DEFAULT '' CONSTRAINT vendor_payouts_bank_reference_length CHECK (length(bank_reference) <= 64),
    approved_by       bigint,
    note              text        NOT NULL DEFAULT '' CONSTRAINT vendor_payouts_note_length CHECK (length(note) <= 500),
    version           integer     NOT NULL DEFAULT 1,
    created_at        timestamptz NOT NULL DEFAULT now(),
    updated_at        timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT vendor_payouts_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT vendor_payouts_vendor_fkey FOREIGN KEY (tenant_id, vendor_id) REFERENCES vendors (tenant_id, id),
    CONSTRAINT vendor_payouts_bank_account_fkey FOREIGN KEY (tenant_id, bank_account_id) REFERENCES vendor_bank_accounts (tenant_id, id),
    CONSTRAINT vendor_payouts_approved_by_fkey FOREIGN KEY (tenant_id, approved_by) REFERENCES users (tenant_id, id),
    CONSTRAINT vendor_payouts_payout_number_key UNIQUE (tenant_id, payout_number),
    CONSTRAINT vendor_payouts_period CHECK (period_from <= period_to),
    CONSTRAINT vendor_payouts_sum
        CHECK (amount = sales_amount - refund_amount - commission_amount - fee_amount + adjustment_amount),
    CONSTRAINT vendor_payouts_completed CHECK (status <> 'completed' OR (paid_on IS NOT NULL AND bank_reference <> ''))
);
COMMENT ON TABLE vendor_payouts IS 'What was or will be paid to a vendor for a period (تسویه). unresolved: the bank''s answer is not known, so it is not sent again.';
COMMENT ON COLUMN vendor_payouts.sales_amount IS 'Rials of what was sold and is payable.';
COMMENT ON COLUMN vendor_payouts.refund_amount IS 'Rials given back to buyers.';
COMMENT ON COLUMN vendor_payouts.commission_amount IS 'Rials the marketplace keeps.';
COMMENT ON COLUMN vendor_payouts.fee_amount IS 'Rials of fees and fines.';
COMMENT ON COLUMN vendor_payouts.adjustment_amount IS 'Rials added, or taken off when below zero, by hand.';
COMMENT ON COLUMN vendor_payouts.amount IS 'Rials paid: the sum of the others.';
COMMENT ON COLUMN vendor_payouts.bank_reference IS 'The bank''s number of the transfer.';
CREATE INDEX vendor_payouts_vendor ON vendor_payouts (tenant_id, vendor_id, id);
CREATE INDEX vendor_payouts_status ON vendor_payouts (tenant_id, status, id);
CREATE INDEX vendor_payouts_bank_account ON vendor_payouts (tenant_id, bank_account_id);
CREATE INDEX vendor_payouts_approved_by ON vendor_payouts (tenant_id, approved_by) WHERE approved_by IS NOT NULL;

SELECT protect_table('vendors', 'write', '{"vendor": "id = $"}'),
       protect_table('vendor_bank_accounts', 'write', '{"vendor": "vendor_id = $"}',
                     $${"vendor": "vendor_id = $ AND status = 'pending'"}$$),
       protect_table('vendor_payouts', 'write', '{"vendor": "vendor_id = $"}');

-- What anybody of the tenant may know of a vendor: whoever sees an order or a product may see who sells.
CREATE VIEW vendor_cards WITH (security_barrier = true) AS
    SELECT tenant_id, id, slug, title_fa, title_en, is_on_holiday
      FROM vendors
     WHERE tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')::bigint) AND status IN ('approved', 'suspended', 'closed');
COMMENT ON VIEW vendor_cards IS 'The public face of the vendors that sell or have sold, for outsiders too; the table itself shows a vendor only itself.';
ALTER VIEW vendor_cards OWNER TO nextgen_definer;
GRANT SELECT ON vendors TO nextgen_definer;
GRANT SELECT ON vendor_cards TO nextgen_server, nextgen_reader;
