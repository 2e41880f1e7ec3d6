-- Cheques given back for others (تعویض), and what finds a cheque by what was read off it, ended ones too.
SET LOCAL search_path = app, public;

CREATE TABLE cheque_exchanges (
    tenant_id   bigint      NOT NULL,
    id          bigint      NOT NULL DEFAULT next_id(),
    dealer_id   bigint      NOT NULL,
    occurred_on date        NOT NULL,
    note        text        NOT NULL DEFAULT '' CONSTRAINT cheque_exchanges_note_length CHECK (length(note) <= 500),
    out_amount  bigint      NOT NULL CONSTRAINT cheque_exchanges_out_amount_range CHECK (out_amount BETWEEN 1 AND 9007199254740991),
    in_amount   bigint      NOT NULL CONSTRAINT cheque_exchanges_in_amount_range CHECK (in_amount BETWEEN 1 AND 9007199254740991),
    out_ras_on  date        NOT NULL,
    in_ras_on   date        NOT NULL,
    version     integer     NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT cheque_exchanges_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT cheque_exchanges_dealer_fkey FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer_profiles (tenant_id, id)
);
COMMENT ON TABLE cheque_exchanges IS 'Cheques that were given back to a dealer for other ones (تعویض چک).';
COMMENT ON COLUMN cheque_exchanges.out_amount IS 'Rials of those given back.';
COMMENT ON COLUMN cheque_exchanges.in_amount IS 'Rials of those received.';
COMMENT ON COLUMN cheque_exchanges.out_ras_on IS 'The mean due date (راس) of those given back.';
COMMENT ON COLUMN cheque_exchanges.in_ras_on IS 'The mean due date of those received.';
CREATE INDEX cheque_exchanges_dealer ON cheque_exchanges (tenant_id, dealer_id, id);

CREATE TABLE cheque_exchange_items (
    tenant_id   bigint  NOT NULL,
    id          bigint  NOT NULL DEFAULT next_id(),
    exchange_id bigint  NOT NULL,
    cheque_id   bigint  NOT NULL,
    dealer_id   bigint  NOT NULL,
    is_in       boolean NOT NULL,
    CONSTRAINT cheque_exchange_items_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT cheque_exchange_items_exchange_fkey FOREIGN KEY (tenant_id, exchange_id) REFERENCES cheque_exchanges (tenant_id, id),
    CONSTRAINT cheque_exchange_items_cheque_fkey FOREIGN KEY (tenant_id, cheque_id) REFERENCES cheques (tenant_id, id),
    CONSTRAINT cheque_exchange_items_cheque_key UNIQUE (tenant_id, exchange_id, cheque_id)
);
COMMENT ON TABLE cheque_exchange_items IS 'The cheques of an exchange. Append-only.';
COMMENT ON COLUMN cheque_exchange_items.dealer_id IS 'The exchange''s.';
COMMENT ON COLUMN cheque_exchange_items.is_in IS 'It was received; otherwise it was given back.';
CREATE INDEX cheque_exchange_items_cheque ON cheque_exchange_items (tenant_id, cheque_id);

SELECT protect_table('cheque_exchanges', 'write', '{"dealer": "dealer_id = $"}'),
       protect_table('cheque_exchange_items', 'append', '{"dealer": "dealer_id = $"}');

CREATE INDEX cheques_ended_sayad_id ON cheques (tenant_id, sayad_id) WHERE sayad_id <> '' AND status IN ('void', 'returned');
CREATE INDEX cheques_account_serial ON cheques (tenant_id, account_number, serial) WHERE account_number <> '' AND serial <> '';
COMMENT ON INDEX cheques_ended_sayad_id IS 'Beside cheques_sayad_id_key: what was read off a leaf that has ended.';
COMMENT ON INDEX cheques_account_serial IS 'Cheques that may be the same paper.';
