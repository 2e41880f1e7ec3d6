-- The double-entry ledger, the truth of credit. Entries are balanced when they are written and never change.
SET LOCAL search_path = app, public;

CREATE TABLE ledger_accounts (
    tenant_id  bigint      NOT NULL CONSTRAINT ledger_accounts_tenant_fkey REFERENCES tenants (id),
    id         bigint      NOT NULL DEFAULT next_id(),
    name       text        NOT NULL CHECK (name ~ '^[a-z_]+$'),
    code       text        NOT NULL CHECK (code ~ '^[0-9]{1,12}$'),
    title_fa   text        NOT NULL,
    title_en   text        NOT NULL,
    version    integer     NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ledger_accounts_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT ledger_accounts_name_key UNIQUE (tenant_id, name),
    CONSTRAINT ledger_accounts_code_key UNIQUE (tenant_id, code)
);
COMMENT ON TABLE ledger_accounts IS 'A tenant''s chart of accounts (معین). The dealer of a line is its detail (تفصیلی), not an account.';
COMMENT ON COLUMN ledger_accounts.name IS 'What the program posts by; the code is the tenant''s own.';

CREATE TABLE ledger_entries (
    tenant_id   bigint      NOT NULL,
    id          bigint      NOT NULL DEFAULT next_id(),
    kind        text        NOT NULL CHECK (kind ~ '^[a-z_]+$'),
    source_kind text        NOT NULL CHECK (source_kind ~ '^[a-z_]+$'),
    source_id   bigint      NOT NULL,
    dealer_id   bigint      NOT NULL,
    posted_on   date        NOT NULL,
    reverses_id bigint,
    actor_id    bigint,
    request_id  text,
    created_at  timestamptz NOT NULL DEFAULT now(),
    posted_xid  xid8        NOT NULL DEFAULT pg_current_xact_id(),
    CONSTRAINT ledger_entries_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT ledger_entries_dealer_fkey FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer_profiles (tenant_id, id),
    CONSTRAINT ledger_entries_reverses_fkey FOREIGN KEY (tenant_id, reverses_id) REFERENCES ledger_entries (tenant_id, id),
    CONSTRAINT ledger_entries_reverses_key UNIQUE (tenant_id, reverses_id)
);
COMMENT ON TABLE ledger_entries IS 'One posting: what caused it and when. Corrections are new entries that name the one they reverse.';
COMMENT ON COLUMN ledger_entries.kind IS 'The move or document that posted it: receive, deposit, …';
COMMENT ON COLUMN ledger_entries.posted_on IS 'The business date, which may lie before the day of recording.';
COMMENT ON COLUMN ledger_entries.posted_xid IS 'The transaction that wrote it: lines may join in that transaction only.';
CREATE INDEX ledger_entries_source ON ledger_entries (tenant_id, source_id);
CREATE INDEX ledger_entries_dealer ON ledger_entries (tenant_id, dealer_id, posted_on, id);

CREATE TABLE ledger_lines (
    tenant_id  bigint NOT NULL,
    id         bigint NOT NULL DEFAULT next_id(),
    entry_id   bigint NOT NULL,
    account_id bigint NOT NULL,
    dealer_id  bigint NOT NULL,
    amount     bigint NOT NULL CONSTRAINT ledger_lines_amount CHECK (amount <> 0 AND abs(amount) <= 9007199254740991),
    CONSTRAINT ledger_lines_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT ledger_lines_entry_fkey FOREIGN KEY (tenant_id, entry_id) REFERENCES ledger_entries (tenant_id, id),
    CONSTRAINT ledger_lines_account_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES ledger_accounts (tenant_id, id)
);
COMMENT ON TABLE ledger_lines IS 'Debits (above zero) and credits (below zero), in rials. The lines of an entry are written by one statement and add up to zero.';
CREATE INDEX ledger_lines_entry ON ledger_lines (tenant_id, entry_id);
CREATE INDEX ledger_lines_dealer ON ledger_lines (tenant_id, dealer_id, account_id) INCLUDE (amount);

CREATE FUNCTION check_ledger_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM added GROUP BY tenant_id, entry_id HAVING sum(amount) <> 0) THEN
        RAISE EXCEPTION 'a ledger entry does not balance'
            USING ERRCODE = '23514', CONSTRAINT = 'ledger_entry_balanced';
    END IF;
    -- One look at the key for each entry: a join, planned before the tables are analysed, went over all pairs.
    IF EXISTS (SELECT FROM (SELECT DISTINCT tenant_id, entry_id FROM added) a
                WHERE (SELECT e.posted_xid FROM ledger_entries e WHERE e.tenant_id = a.tenant_id AND e.id = a.entry_id)
                      IS DISTINCT FROM pg_current_xact_id()) THEN
        RAISE EXCEPTION 'a ledger entry is written in one transaction and not added to later'
            USING ERRCODE = '23514', CONSTRAINT = 'ledger_entry_closed';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER balanced AFTER INSERT ON ledger_lines
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_ledger_lines();

SELECT protect_table('ledger_accounts', 'write');
SELECT protect_table('ledger_entries', 'append', 'dealer_id');
SELECT protect_table('ledger_lines', 'append', 'dealer_id');

CREATE FUNCTION create_ledger_accounts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app AS $$
BEGIN
    INSERT INTO ledger_accounts (tenant_id, name, code, title_en, title_fa) VALUES
        (NEW.id, 'bank', '1110', 'Bank', 'بانک'),
        (NEW.id, 'cheques_on_hand', '1241', 'Cheques on hand', 'اسناد دریافتنی نزد صندوق'),
        (NEW.id, 'cheques_deposited', '1242', 'Cheques in collection', 'اسناد در جریان وصول'),
        (NEW.id, 'cheques_bounced', '1244', 'Bounced cheques', 'اسناد دریافتنی برگشتی'),
        (NEW.id, 'cheques_endorsed', '9101', 'Endorsed cheques (memo)', 'اسناد خرج‌شده (انتظامی)'),
        (NEW.id, 'endorsement_recourse', '9102', 'Recourse on endorsed cheques (memo)', 'طرف حساب اسناد خرج‌شده (انتظامی)'),
        (NEW.id, 'unapplied_receipts', '2130', 'Unapplied receipts', 'دریافت‌های تخصیص‌نیافته'),
        (NEW.id, 'receivable', '1310', 'Dealers'' invoices', 'حساب‌های دریافتنی نمایندگان'),
        (NEW.id, 'creditors', '2110', 'Creditors', 'حساب‌های پرداختنی');
    RETURN NULL;
END $$;
ALTER FUNCTION create_ledger_accounts() OWNER TO nextgen_definer;
GRANT INSERT ON ledger_accounts TO nextgen_definer;
CREATE TRIGGER chart AFTER INSERT ON tenants FOR EACH ROW EXECUTE FUNCTION create_ledger_accounts();
