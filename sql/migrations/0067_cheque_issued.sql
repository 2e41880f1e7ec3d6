-- Cheques that we issue: books of our accounts, their leaves, and what became of each. They are no part of the dealers' ledger.
SET LOCAL search_path = app, public;

CREATE TABLE cheque_books (
    tenant_id       bigint      NOT NULL,
    id              bigint      NOT NULL DEFAULT next_id(),
    bank_account_id bigint      NOT NULL,
    series          text        NOT NULL CONSTRAINT cheque_books_series_length CHECK (length(series) BETWEEN 1 AND 20),
    first_serial    bigint      NOT NULL CONSTRAINT cheque_books_first_serial_range CHECK (first_serial BETWEEN 1 AND 999999999999999),
    leaf_count      integer     NOT NULL CONSTRAINT cheque_books_leaf_count_range CHECK (leaf_count BETWEEN 1 AND 1000),
    received_on     date        NOT NULL,
    note            text        NOT NULL DEFAULT '' CONSTRAINT cheque_books_note_length CHECK (length(note) <= 500),
    search_key      text        NOT NULL DEFAULT '',
    version         integer     NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT cheque_books_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT cheque_books_bank_account_fkey FOREIGN KEY (tenant_id, bank_account_id) REFERENCES bank_accounts (tenant_id, id),
    CONSTRAINT cheque_books_first_serial_key UNIQUE (tenant_id, bank_account_id, series, first_serial)
);
COMMENT ON TABLE cheque_books IS 'Books of cheque leaves of our accounts (دسته‌چک).';
COMMENT ON COLUMN cheque_books.series IS 'Of all its leaves.';
COMMENT ON COLUMN cheque_books.first_serial IS 'Of its first leaf; the others follow.';
COMMENT ON COLUMN cheque_books.leaf_count IS 'How many leaves it has.';
COMMENT ON COLUMN cheque_books.received_on IS 'When the bank gave it out.';
COMMENT ON COLUMN cheque_books.search_key IS 'Series folded for searching.';

CREATE TABLE issued_cheques (
    tenant_id      bigint      NOT NULL,
    id             bigint      NOT NULL DEFAULT next_id(),
    cheque_book_id bigint      NOT NULL,
    serial         bigint      NOT NULL CONSTRAINT issued_cheques_serial_positive CHECK (serial > 0),
    sayad_id       text        NOT NULL DEFAULT '' CONSTRAINT issued_cheques_sayad_id_form CHECK (sayad_id ~ '^([0-9]{16})?$'),
    payee_name     text        NOT NULL CONSTRAINT issued_cheques_payee_name_length CHECK (length(payee_name) BETWEEN 1 AND 200),
    amount         bigint      NOT NULL CONSTRAINT issued_cheques_amount_positive CHECK (amount BETWEEN 1 AND 9007199254740991),
    issued_on      date        NOT NULL,
    due_on         date        NOT NULL,
    status         text        NOT NULL DEFAULT 'issued' CONSTRAINT issued_cheques_status_known CHECK (status IN
                       ('issued', 'cleared', 'bounced', 'taken_back', 'void', 'resolved')),
    purpose        text        NOT NULL DEFAULT '' CONSTRAINT issued_cheques_purpose_length CHECK (length(purpose) <= 500),
    search_key     text        NOT NULL DEFAULT '',
    version        integer     NOT NULL DEFAULT 1,
    created_at     timestamptz NOT NULL DEFAULT now(),
    updated_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT issued_cheques_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT issued_cheques_cheque_book_fkey FOREIGN KEY (tenant_id, cheque_book_id) REFERENCES cheque_books (tenant_id, id),
    CONSTRAINT issued_cheques_serial_key UNIQUE (tenant_id, cheque_book_id, serial)
);
COMMENT ON TABLE issued_cheques IS 'Leaves of our books that were used (چک پرداختنی): a leaf is used once, whatever became of it.';
COMMENT ON COLUMN issued_cheques.serial IS 'One of its book''s.';
COMMENT ON COLUMN issued_cheques.sayad_id IS '16 digits; empty on an older leaf.';
COMMENT ON COLUMN issued_cheques.payee_name IS 'Who is to be paid.';
COMMENT ON COLUMN issued_cheques.amount IS 'Rials.';
COMMENT ON COLUMN issued_cheques.due_on IS 'From when the bank pays it.';
COMMENT ON COLUMN issued_cheques.status IS 'Where the last of its events led.';
COMMENT ON COLUMN issued_cheques.purpose IS 'What it is for.';
COMMENT ON COLUMN issued_cheques.search_key IS 'Payee, purpose and Sayad id folded for searching.';
CREATE INDEX issued_cheques_due_on ON issued_cheques (tenant_id, status, due_on, id);
CREATE UNIQUE INDEX issued_cheques_sayad_id_key ON issued_cheques (tenant_id, sayad_id) WHERE sayad_id <> '';

CREATE TABLE issued_cheque_events (
    tenant_id   bigint      NOT NULL,
    id          bigint      NOT NULL DEFAULT next_id(),
    cheque_id   bigint      NOT NULL,
    move        text        NOT NULL CONSTRAINT issued_cheque_events_move_known CHECK (move IN
                    ('issue', 'present', 'bounce', 'take_back', 'void', 'settle', 'restore', 'undo')),
    from_status text,
    to_status   text        NOT NULL,
    occurred_on date        NOT NULL,
    note        text        NOT NULL DEFAULT '' CONSTRAINT issued_cheque_events_note_length CHECK (length(note) <= 500),
    undoes_id   bigint,
    actor_id    bigint,
    request_id  text        NOT NULL DEFAULT '',
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT issued_cheque_events_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT issued_cheque_events_cheque_fkey FOREIGN KEY (tenant_id, cheque_id) REFERENCES issued_cheques (tenant_id, id),
    CONSTRAINT issued_cheque_events_undoes_fkey FOREIGN KEY (tenant_id, undoes_id) REFERENCES issued_cheque_events (tenant_id, id),
    CONSTRAINT issued_cheque_events_undoes CHECK ((move = 'undo') = (undoes_id IS NOT NULL))
);
COMMENT ON TABLE issued_cheque_events IS 'The history of a cheque that we issued: one row for each move. Append-only.';
COMMENT ON COLUMN issued_cheque_events.move IS 'What was done.';
COMMENT ON COLUMN issued_cheque_events.from_status IS 'Before it; null: the issue.';
COMMENT ON COLUMN issued_cheque_events.to_status IS 'After it.';
COMMENT ON COLUMN issued_cheque_events.undoes_id IS 'The event that it takes back.';
CREATE INDEX issued_cheque_events_cheque ON issued_cheque_events (tenant_id, cheque_id, id);
CREATE UNIQUE INDEX issued_cheque_events_undoes_key ON issued_cheque_events (tenant_id, undoes_id) WHERE undoes_id IS NOT NULL;
COMMENT ON INDEX issued_cheque_events_undoes_key IS 'Nothing is taken back twice.';

CREATE FUNCTION open_issued_cheque() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM cheque_books b
                    WHERE b.tenant_id = NEW.tenant_id AND b.id = NEW.cheque_book_id
                      AND NEW.serial BETWEEN b.first_serial AND b.first_serial + b.leaf_count - 1) THEN
        RAISE EXCEPTION 'the book has no such leaf' USING ERRCODE = '23514', CONSTRAINT = 'issued_cheques_serial_in_book', TABLE = 'issued_cheques';
    END IF;
    INSERT INTO issued_cheque_events (tenant_id, cheque_id, move, to_status, occurred_on, actor_id, request_id)
    VALUES (NEW.tenant_id, NEW.id, 'issue', 'issued', NEW.issued_on, nullif(current_setting('app.actor_id', true), '')::bigint,
            coalesce(current_setting('app.request_id', true), ''));
    RETURN NULL;
END $$;
COMMENT ON FUNCTION open_issued_cheque() IS 'Holds a leaf to its book and notes its issue.';
ALTER FUNCTION open_issued_cheque() OWNER TO nextgen_definer;

SELECT protect_table('cheque_books', 'write'), protect_table('issued_cheques', 'write'), protect_table('issued_cheque_events', 'append');
GRANT SELECT ON cheque_books TO nextgen_definer;
GRANT INSERT ON issued_cheque_events TO nextgen_definer;
CREATE TRIGGER opened AFTER INSERT ON issued_cheques FOR EACH ROW EXECUTE FUNCTION open_issued_cheque();
