-- Cheques held as a guarantee: no income, no exposure, in no calendar, until one is called.
SET LOCAL search_path = app, public;

CREATE TABLE guarantee_cheques (
    tenant_id   bigint      NOT NULL CONSTRAINT guarantee_cheques_tenant_fkey REFERENCES tenants (id),
    id          bigint      NOT NULL DEFAULT next_id(),
    holder_name text        NOT NULL CONSTRAINT guarantee_cheques_holder_name_length CHECK (length(holder_name) BETWEEN 1 AND 200),
    amount      bigint      NOT NULL CONSTRAINT guarantee_cheques_amount_positive CHECK (amount BETWEEN 1 AND 9007199254740991),
    sayad_id    text        NOT NULL DEFAULT '' CONSTRAINT guarantee_cheques_sayad_id_form CHECK (sayad_id ~ '^([0-9]{16})?$'),
    bank_code   text        NOT NULL DEFAULT '' CONSTRAINT guarantee_cheques_bank_code_form CHECK (bank_code ~ '^([0-9]{3})?$'),
    series      text        NOT NULL DEFAULT '' CONSTRAINT guarantee_cheques_series_length CHECK (length(series) <= 20),
    serial      text        NOT NULL DEFAULT '' CONSTRAINT guarantee_cheques_serial_length CHECK (length(serial) <= 20),
    due_on      date,
    dealer_id   bigint,
    purpose     text        NOT NULL DEFAULT '' CONSTRAINT guarantee_cheques_purpose_length CHECK (length(purpose) <= 500),
    received_on date        NOT NULL,
    return_by   date,
    status      text        NOT NULL DEFAULT 'held' CONSTRAINT guarantee_cheques_status_known CHECK (status IN ('held', 'released', 'called')),
    closed_on   date,
    cheque_id   bigint,
    search_key  text        NOT NULL DEFAULT '',
    version     integer     NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT guarantee_cheques_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT guarantee_cheques_dealer_fkey FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer_profiles (tenant_id, id),
    CONSTRAINT guarantee_cheques_cheque_fkey FOREIGN KEY (tenant_id, cheque_id) REFERENCES cheques (tenant_id, id),
    CONSTRAINT guarantee_cheques_closed CHECK ((status = 'held') = (closed_on IS NULL)),
    CONSTRAINT guarantee_cheques_called CHECK ((status = 'called') = (cheque_id IS NOT NULL))
);
COMMENT ON TABLE guarantee_cheques IS 'Cheques held as a guarantee (چک ضمانتی): to be given back, or called, and in no sum until then.';
COMMENT ON COLUMN guarantee_cheques.holder_name IS 'Whose cheque it is; no dealer has to stand behind it.';
COMMENT ON COLUMN guarantee_cheques.amount IS 'Rials.';
COMMENT ON COLUMN guarantee_cheques.sayad_id IS '16 digits; empty on an older leaf.';
COMMENT ON COLUMN guarantee_cheques.bank_code IS 'Three digits as in IBANs; empty when the bank is not known.';
COMMENT ON COLUMN guarantee_cheques.series IS 'Of the leaf, as serial.';
COMMENT ON COLUMN guarantee_cheques.serial IS 'Of the leaf.';
COMMENT ON COLUMN guarantee_cheques.due_on IS 'Null: it bears no date.';
COMMENT ON COLUMN guarantee_cheques.purpose IS 'What it guarantees.';
COMMENT ON COLUMN guarantee_cheques.received_on IS 'The business date.';
COMMENT ON COLUMN guarantee_cheques.return_by IS 'Until when it has to be given back; null: no deadline.';
COMMENT ON COLUMN guarantee_cheques.status IS 'called: it became a cheque like others.';
COMMENT ON COLUMN guarantee_cheques.closed_on IS 'When it was given back or called.';
COMMENT ON COLUMN guarantee_cheques.search_key IS 'Holder, purpose and numbers folded for searching.';
CREATE UNIQUE INDEX guarantee_cheques_sayad_id_key ON guarantee_cheques (tenant_id, sayad_id) WHERE sayad_id <> '' AND status = 'held';
CREATE INDEX guarantee_cheques_return_by ON guarantee_cheques (tenant_id, status, return_by, id);
CREATE INDEX guarantee_cheques_dealer ON guarantee_cheques (tenant_id, dealer_id) WHERE dealer_id IS NOT NULL;
CREATE INDEX guarantee_cheques_cheque ON guarantee_cheques (tenant_id, cheque_id) WHERE cheque_id IS NOT NULL;
SELECT protect_table('guarantee_cheques', 'write', '{"dealer": "dealer_id = $"}');

CREATE FUNCTION remind_of_cheques(day date, to_deposit text, matured text, due_soon text) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
DECLARE
    tenant record;
    due record;
    told bigint := 0;
BEGIN
    -- Servers of one database remind once.
    PERFORM pg_advisory_xact_lock(hashtextextended('remind_of_cheques', 0));
    FOR tenant IN
        SELECT t.id, coalesce((SELECT (s.value #>> '{}')::integer FROM settings s WHERE s.tenant_id = t.id AND s.key = 'cheque.remind_days'), 3) AS days,
               coalesce((SELECT s.value = 'true'::jsonb FROM settings s WHERE s.tenant_id = t.id AND s.key = 'cheque.morning_digest'), true) AS has_digest
          FROM tenants t
         WHERE t.is_active
           AND NOT EXISTS (SELECT FROM notifications n
                            WHERE n.tenant_id = t.id AND n.id >= id_floor(day::timestamp AT TIME ZONE 'Asia/Tehran')
                              AND n.code IN ('cheques_to_deposit', 'cheques_matured', 'cheques_due_soon'))
         ORDER BY t.id
    LOOP
        PERFORM set_config('app.tenant_id', tenant.id::text, true);
        IF tenant.has_digest THEN
            FOR due IN
                SELECT c.due_on < day AS is_late, count(*) AS count, min(c.id) AS first
                  FROM cheques c
                 WHERE c.tenant_id = tenant.id AND c.status = 'on_hand' AND c.due_on <= day
                 GROUP BY 1
                 ORDER BY 1
            LOOP
                told := told + send_notice(CASE WHEN due.is_late THEN 'cheques_matured' ELSE 'cheques_to_deposit' END, 'cheques', due.first,
                                           due.count::text,
                                           replace(CASE WHEN due.is_late THEN matured ELSE to_deposit END, '{title}', due.count::text),
                                           NULL, 'cheques.move', NULL, NULL);
            END LOOP;
        END IF;
        IF tenant.days > 0 THEN
            FOR due IN
                SELECT c.dealer_id, count(*) AS count, min(c.id) AS first
                  FROM cheques c
                 WHERE c.tenant_id = tenant.id AND c.status IN ('on_hand', 'deposited') AND c.due_on = day + tenant.days
                 GROUP BY c.dealer_id
                 ORDER BY c.dealer_id
            LOOP
                told := told + send_notice('cheques_due_soon', 'cheques', due.first, due.count::text, replace(due_soon, '{title}', due.count::text),
                                           due.dealer_id, NULL, NULL, NULL);
            END LOOP;
        END IF;
    END LOOP;
    PERFORM set_config('app.tenant_id', '', true);
    RETURN told;
END $$;
COMMENT ON FUNCTION remind_of_cheques(date, text, text, text) IS
    'Tells the staff of every tenant what is to be deposited on the day and what came due before, and dealers what comes due some days later
     (settings cheque.morning_digest, cheque.remind_days); once a day. How many were told.';
ALTER FUNCTION remind_of_cheques(date, text, text, text) OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION remind_of_cheques(date, text, text, text) TO nextgen_server;
