-- Cheques received from dealers, and each one's history.
SET LOCAL search_path = app, public;

CREATE TABLE cheques (
    tenant_id          bigint      NOT NULL,
    id                 bigint      NOT NULL DEFAULT next_id(),
    dealer_id          bigint      NOT NULL,
    sayad_id           text        NOT NULL DEFAULT '' CONSTRAINT cheques_sayad_id_form CHECK (sayad_id ~ '^([0-9]{16})?$'),
    amount             bigint      NOT NULL CONSTRAINT cheques_amount_positive CHECK (amount BETWEEN 1 AND 9007199254740991),
    due_on             date        NOT NULL,
    status             text        NOT NULL DEFAULT 'on_hand' CHECK (status IN
                           ('on_hand', 'deposited', 'cleared', 'bounced', 'endorsed', 'returned', 'void', 'legal')),
    bank_code          text        NOT NULL DEFAULT '' CHECK (bank_code ~ '^([0-9]{3})?$'),
    bank_name          text        NOT NULL DEFAULT '',
    branch             text        NOT NULL DEFAULT '',
    series             text        NOT NULL DEFAULT '',
    serial             text        NOT NULL DEFAULT '',
    account_number     text        NOT NULL DEFAULT '',
    iban               text        NOT NULL DEFAULT '' CHECK (iban ~ '^(IR[0-9]{24})?$'),
    drawer_name        text        NOT NULL DEFAULT '',
    drawer_national_id text        NOT NULL DEFAULT '' CHECK (drawer_national_id ~ '^[0-9]*$'),
    description        text        NOT NULL DEFAULT '',
    search_key         text        NOT NULL DEFAULT '',
    cheque_import_id   bigint,
    version            integer     NOT NULL DEFAULT 1,
    created_at         timestamptz NOT NULL DEFAULT now(),
    updated_at         timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT cheques_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT cheques_dealer_fkey FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer_profiles (tenant_id, id),
    CONSTRAINT cheques_named CHECK (sayad_id <> '' OR (bank_code <> '' AND series <> '' AND serial <> ''))
);
COMMENT ON TABLE cheques IS 'A post-dated cheque received from a dealer. Its status is the last of its events; amount and date never change.';
COMMENT ON COLUMN cheques.sayad_id IS '16 digits; empty on an older leaf, which bank, series and serial name.';
COMMENT ON COLUMN cheques.bank_code IS 'Three digits as in IBANs; empty when the bank''s name was not recognised.';
COMMENT ON COLUMN cheques.search_key IS 'Drawer, serial and bank folded for searching.';
-- A leaf can be here once. A voided or returned one may come again.
CREATE UNIQUE INDEX cheques_sayad_id_key ON cheques (tenant_id, sayad_id)
    WHERE sayad_id <> '' AND status NOT IN ('void', 'returned');
CREATE UNIQUE INDEX cheques_leaf_key ON cheques (tenant_id, bank_code, series, serial)
    WHERE bank_code <> '' AND series <> '' AND serial <> '' AND status NOT IN ('void', 'returned');
CREATE INDEX cheques_dealer ON cheques (tenant_id, dealer_id, status, due_on) INCLUDE (amount);
CREATE INDEX cheques_due_on ON cheques (tenant_id, due_on, id);
CREATE INDEX cheques_status ON cheques (tenant_id, status, due_on, id);
CREATE INDEX cheques_import ON cheques (tenant_id, cheque_import_id) WHERE cheque_import_id IS NOT NULL;

CREATE TABLE cheque_events (
    tenant_id       bigint      NOT NULL,
    id              bigint      NOT NULL DEFAULT next_id(),
    cheque_id       bigint      NOT NULL,
    dealer_id       bigint      NOT NULL,
    move            text        NOT NULL CHECK (move IN ('receive', 'deposit', 'recall', 'clear', 'bounce', 'redeposit', 'settle',
                                                         'return', 'endorse', 'recover', 'legal', 'void')),
    from_status     text,
    to_status       text        NOT NULL,
    occurred_on     date        NOT NULL,
    note            text        NOT NULL DEFAULT '' CHECK (length(note) <= 500),
    actor_id        bigint,
    request_id      text        NOT NULL DEFAULT '',
    ledger_entry_id bigint,
    created_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT cheque_events_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT cheque_events_cheque_fkey FOREIGN KEY (tenant_id, cheque_id) REFERENCES cheques (tenant_id, id),
    CONSTRAINT cheque_events_entry_fkey FOREIGN KEY (tenant_id, ledger_entry_id) REFERENCES ledger_entries (tenant_id, id)
);
COMMENT ON TABLE cheque_events IS 'The history of a cheque: one row for each move, with the ledger entry it posted. Append-only.';
CREATE INDEX cheque_events_cheque ON cheque_events (tenant_id, cheque_id, id);

SELECT protect_table('cheques', 'write', 'dealer_id');
SELECT protect_table('cheque_events', 'append', 'dealer_id');
