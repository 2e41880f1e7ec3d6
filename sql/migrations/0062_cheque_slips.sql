-- Our own accounts at banks, and the slips by which cheques are handed to them.
SET LOCAL search_path = app, public;

CREATE TABLE bank_accounts (
    tenant_id      bigint      NOT NULL CONSTRAINT bank_accounts_tenant_fkey REFERENCES tenants (id),
    id             bigint      NOT NULL DEFAULT next_id(),
    title_fa       text        NOT NULL CONSTRAINT bank_accounts_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 100),
    title_en       text        NOT NULL DEFAULT '' CONSTRAINT bank_accounts_title_en_length CHECK (length(title_en) <= 100),
    bank_code      text        NOT NULL DEFAULT '' CONSTRAINT bank_accounts_bank_code_form CHECK (bank_code ~ '^([0-9]{3})?$'),
    branch         text        NOT NULL DEFAULT '' CONSTRAINT bank_accounts_branch_length CHECK (length(branch) <= 100),
    account_number text        NOT NULL CONSTRAINT bank_accounts_account_number_form CHECK (account_number ~ '^[0-9][0-9./-]{2,29}$'),
    balance_amount bigint      NOT NULL DEFAULT 0 CONSTRAINT bank_accounts_balance_amount_range CHECK (abs(balance_amount) <= 9007199254740991),
    balance_on     date,
    is_active      boolean     NOT NULL DEFAULT true,
    search_key     text        NOT NULL DEFAULT '',
    version        integer     NOT NULL DEFAULT 1,
    created_at     timestamptz NOT NULL DEFAULT now(),
    updated_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT bank_accounts_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT bank_accounts_account_number_key UNIQUE (tenant_id, account_number, bank_code)
);
COMMENT ON TABLE bank_accounts IS 'Our own accounts at banks (حساب‌های بانکی فروشگاه).';
COMMENT ON COLUMN bank_accounts.bank_code IS 'Three digits as in IBANs; empty when the bank is not known.';
COMMENT ON COLUMN bank_accounts.branch IS 'Name or number of the branch.';
COMMENT ON COLUMN bank_accounts.account_number IS 'As the bank writes it.';
COMMENT ON COLUMN bank_accounts.balance_amount IS 'Rials, as the bank told it at the end of balance_on: where the forecast begins.';
COMMENT ON COLUMN bank_accounts.balance_on IS 'The day of the balance; null: none was told.';
COMMENT ON COLUMN bank_accounts.search_key IS 'Title and number folded for searching.';
SELECT protect_table('bank_accounts', 'write');

CREATE TABLE cheque_slips (
    tenant_id       bigint      NOT NULL,
    id              bigint      NOT NULL DEFAULT next_id(),
    slip_number     text        NOT NULL CONSTRAINT cheque_slips_slip_number_length CHECK (length(slip_number) BETWEEN 1 AND 32),
    bank_account_id bigint      NOT NULL,
    status          text        NOT NULL DEFAULT 'draft' CONSTRAINT cheque_slips_status_known CHECK (status IN
                        ('draft', 'handed_over', 'answered', 'cancelled')),
    handed_on       date,
    note            text        NOT NULL DEFAULT '' CONSTRAINT cheque_slips_note_length CHECK (length(note) <= 500),
    version         integer     NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT cheque_slips_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT cheque_slips_bank_account_fkey FOREIGN KEY (tenant_id, bank_account_id) REFERENCES bank_accounts (tenant_id, id),
    CONSTRAINT cheque_slips_slip_number_key UNIQUE (tenant_id, slip_number),
    CONSTRAINT cheque_slips_handed CHECK (status NOT IN ('handed_over', 'answered') OR handed_on IS NOT NULL)
);
COMMENT ON TABLE cheque_slips IS 'A slip (برگهٔ واگذاری) by which cheques are handed to one of our banks for collection.';
COMMENT ON COLUMN cheque_slips.slip_number IS 'As people name it: year and number without gaps.';
COMMENT ON COLUMN cheque_slips.status IS 'draft: being put together; answered: the bank said of each cheque what came of it, and nothing is taken back any more.';
COMMENT ON COLUMN cheque_slips.handed_on IS 'When the bank got it.';
CREATE INDEX cheque_slips_bank_account ON cheque_slips (tenant_id, bank_account_id, id);
CREATE INDEX cheque_slips_status ON cheque_slips (tenant_id, status, id);

CREATE TABLE cheque_slip_items (
    tenant_id  bigint      NOT NULL,
    id         bigint      NOT NULL DEFAULT next_id(),
    slip_id    bigint      NOT NULL,
    cheque_id  bigint      NOT NULL,
    event_id   bigint,
    is_open    boolean     NOT NULL DEFAULT true,
    version    integer     NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT cheque_slip_items_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT cheque_slip_items_slip_fkey FOREIGN KEY (tenant_id, slip_id) REFERENCES cheque_slips (tenant_id, id),
    CONSTRAINT cheque_slip_items_cheque_fkey FOREIGN KEY (tenant_id, cheque_id) REFERENCES cheques (tenant_id, id),
    CONSTRAINT cheque_slip_items_event_fkey FOREIGN KEY (tenant_id, event_id) REFERENCES cheque_events (tenant_id, id),
    CONSTRAINT cheque_slip_items_cheque_key UNIQUE (tenant_id, slip_id, cheque_id),
    CONSTRAINT cheque_slip_items_handed CHECK (NOT is_open OR event_id IS NULL)
);
COMMENT ON TABLE cheque_slip_items IS 'The cheques of a slip.';
COMMENT ON COLUMN cheque_slip_items.event_id IS 'The deposit by it; null before that, and of a slip that never was handed over.';
COMMENT ON COLUMN cheque_slip_items.is_open IS 'The slip is a draft: the cheque is on no other and goes nowhere else.';
CREATE INDEX cheque_slip_items_cheque ON cheque_slip_items (tenant_id, cheque_id);
CREATE UNIQUE INDEX cheque_slip_items_open_key ON cheque_slip_items (tenant_id, cheque_id) WHERE is_open;
CREATE UNIQUE INDEX cheque_slip_items_event_key ON cheque_slip_items (tenant_id, event_id) WHERE event_id IS NOT NULL;
COMMENT ON INDEX cheque_slip_items_open_key IS 'A cheque waits on one slip at most.';
SELECT protect_table('cheque_slips', 'write'), protect_table('cheque_slip_items', 'edit');
