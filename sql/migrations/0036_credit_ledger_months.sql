-- The ledger in monthly partitions, and the balances kept beside it: a sum over all of it would look at every month each time,
-- and no month could ever be taken away.
SET LOCAL search_path = app, public;

-- What there is, is put aside, copied below and dropped.
ALTER TABLE cheque_events DROP CONSTRAINT cheque_events_entry_fkey;
ALTER TABLE ledger_lines SET SCHEMA archive;
ALTER TABLE ledger_entries SET SCHEMA archive;

CREATE TABLE ledger_entries (
    LIKE archive.ledger_entries INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING COMMENTS,
    CONSTRAINT ledger_entries_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT ledger_entries_dealer_fkey FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer_profiles (tenant_id, id)
) PARTITION BY RANGE (id);
COMMENT ON TABLE ledger_entries IS 'One posting: what caused it and when. Corrections are new entries that name the one they reverse.';
COMMENT ON COLUMN ledger_entries.reverses_id IS 'The entry that it takes back; ledger_reversals holds that nothing is taken back twice.';
CREATE INDEX ledger_entries_source ON ledger_entries (tenant_id, source_id);
CREATE INDEX ledger_entries_dealer ON ledger_entries (tenant_id, dealer_id);

CREATE TABLE ledger_lines (
    tenant_id  bigint NOT NULL,
    id         bigint NOT NULL,
    entry_id   bigint NOT NULL,
    account_id bigint NOT NULL,
    dealer_id  bigint NOT NULL,
    amount     bigint NOT NULL CONSTRAINT ledger_lines_amount CHECK (amount <> 0 AND abs(amount) <= 9007199254740991),
    posted_on  date   NOT NULL,
    CONSTRAINT ledger_lines_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT ledger_lines_beside_entry CHECK (id >> 20 = entry_id >> 20)
) PARTITION BY RANGE (id);
COMMENT ON TABLE ledger_lines IS 'Debits and credits. The lines of an entry are written by one statement and add up to zero.';
COMMENT ON COLUMN ledger_lines.id IS 'Made by next_id_beside(entry_id): it lies in the entry''s month.';
COMMENT ON COLUMN ledger_lines.entry_id IS 'In the same month.';
COMMENT ON COLUMN ledger_lines.account_id IS 'Its balance refers to the account, and so every line does.';
COMMENT ON COLUMN ledger_lines.dealer_id IS 'The entry''s.';
COMMENT ON COLUMN ledger_lines.amount IS 'Rials: debit above zero, credit below.';
COMMENT ON COLUMN ledger_lines.posted_on IS 'The entry''s.';
CREATE INDEX ledger_lines_entry ON ledger_lines (tenant_id, entry_id);
CREATE INDEX ledger_lines_dealer ON ledger_lines (tenant_id, dealer_id, posted_on, id) INCLUDE (account_id, amount);
COMMENT ON INDEX ledger_lines_dealer IS 'A dealer''s statement, and its balances at a date, out of the index alone.';

CREATE TABLE ledger_balances (
    tenant_id      bigint NOT NULL,
    id             bigint NOT NULL DEFAULT next_id(),
    dealer_id      bigint NOT NULL,
    account_id     bigint NOT NULL,
    amount         bigint NOT NULL CONSTRAINT ledger_balances_amount_range CHECK (abs(amount) <= 9007199254740991),
    carried_amount bigint NOT NULL DEFAULT 0 CONSTRAINT ledger_balances_carried_amount_range CHECK (abs(carried_amount) <= 9007199254740991),
    CONSTRAINT ledger_balances_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT ledger_balances_account_key UNIQUE (tenant_id, dealer_id, account_id),
    CONSTRAINT ledger_balances_dealer_fkey FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer_profiles (tenant_id, id),
    CONSTRAINT ledger_balances_account_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES ledger_accounts (tenant_id, id)
) WITH (fillfactor = 70);
COMMENT ON TABLE ledger_balances IS 'What a dealer''s lines on an account add up to. Kept by the lines; ledger_differences() compares.';
COMMENT ON COLUMN ledger_balances.amount IS 'Rials: debit above zero, credit below.';
COMMENT ON COLUMN ledger_balances.carried_amount IS 'Of it, the lines of months that were detached.';

CREATE TABLE ledger_reversals (
    tenant_id   bigint NOT NULL CONSTRAINT ledger_reversals_tenant_fkey REFERENCES tenants (id),
    id          bigint NOT NULL,
    reversed_by bigint NOT NULL,
    CONSTRAINT ledger_reversals_pkey PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE ledger_reversals IS 'The entries that were taken back, over all months: none is twice. Kept by the entries.';
COMMENT ON COLUMN ledger_reversals.id IS 'The entry''s.';
COMMENT ON COLUMN ledger_reversals.reversed_by IS 'The entry that took it back.';

INSERT INTO partition_anchors (child, parent, anchor) VALUES ('ledger_lines', 'ledger_entries', 'entry_id');
SELECT protect_table('ledger_entries', 'append', '{"dealer": "dealer_id = $"}', '{"dealer": "dealer_id = $"}'),
       protect_table('ledger_lines', 'append', '{"dealer": "dealer_id = $"}', '{"dealer": "dealer_id = $"}'),
       protect_table('ledger_balances', 'work', '{"dealer": "dealer_id = $"}'),
       protect_table('ledger_reversals', 'append');
REVOKE INSERT, UPDATE, DELETE ON ledger_balances, ledger_reversals FROM nextgen_server;
GRANT SELECT ON ledger_entries TO nextgen_definer;
GRANT SELECT, INSERT, UPDATE ON ledger_balances TO nextgen_definer;
GRANT INSERT ON ledger_reversals TO nextgen_definer;
SELECT partition_table('ledger_entries'), partition_table('ledger_lines');
SELECT ensure_partitions(3, (SELECT to_timestamp((min(id) >> 20) / 1000.0 + 1672531200) AT TIME ZONE 'UTC' FROM archive.ledger_entries)::date);

INSERT INTO ledger_entries (tenant_id, id, kind, source_kind, source_id, dealer_id, posted_on, reverses_id, actor_id, request_id, created_at, posted_xid)
SELECT tenant_id, id, kind, source_kind, source_id, dealer_id, posted_on, reverses_id, actor_id, request_id, created_at, posted_xid
  FROM archive.ledger_entries
 ORDER BY tenant_id, id;
-- Nobody refers to a line: it gets the id that lies in its entry's month, in the order that it had.
INSERT INTO ledger_lines (tenant_id, id, entry_id, account_id, dealer_id, amount, posted_on)
SELECT tenant_id, next_id_beside(entry_id), entry_id, account_id, dealer_id, amount, posted_on
  FROM (SELECT l.*, e.posted_on
          FROM archive.ledger_lines l
          JOIN archive.ledger_entries e ON e.tenant_id = l.tenant_id AND e.id = l.entry_id
         ORDER BY l.tenant_id, l.entry_id, l.id) line;
INSERT INTO ledger_balances (tenant_id, dealer_id, account_id, amount)
SELECT tenant_id, dealer_id, account_id, sum(amount)
  FROM ledger_lines
 GROUP BY tenant_id, dealer_id, account_id
 ORDER BY tenant_id, dealer_id, account_id;
INSERT INTO ledger_reversals (tenant_id, id, reversed_by)
SELECT tenant_id, reverses_id, id FROM ledger_entries WHERE reverses_id IS NOT NULL;
DROP TABLE archive.ledger_lines, archive.ledger_entries;
DROP FUNCTION check_ledger_lines();

-- The checks below look each entry up by its key, between the lowest and the highest: so only these months are opened. A join,
-- planned before the tables are analysed, went over all pairs.
CREATE FUNCTION book_ledger_lines() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
DECLARE
    low bigint;
    high bigint;
BEGIN
    IF EXISTS (SELECT FROM added GROUP BY tenant_id, entry_id HAVING sum(amount) <> 0) THEN
        RAISE EXCEPTION 'a ledger entry does not balance'
            USING ERRCODE = '23514', CONSTRAINT = 'ledger_entry_balanced', TABLE = 'ledger_lines';
    END IF;
    SELECT min(entry_id), max(entry_id) INTO low, high FROM added;
    IF EXISTS (SELECT FROM (SELECT DISTINCT tenant_id, entry_id, dealer_id, posted_on FROM added) a
                WHERE (SELECT e.posted_xid FROM ledger_entries e
                        WHERE e.id BETWEEN low AND high AND e.tenant_id = a.tenant_id AND e.id = a.entry_id
                          AND e.dealer_id = a.dealer_id AND e.posted_on = a.posted_on)
                      IS DISTINCT FROM pg_current_xact_id()) THEN
        RAISE EXCEPTION 'a ledger entry is written in one transaction, with lines of its dealer and date, and not added to later'
            USING ERRCODE = '23514', CONSTRAINT = 'ledger_entry_closed', TABLE = 'ledger_lines';
    END IF;
    -- In the order of the key, so that two postings wait for each other instead of locking each other out.
    INSERT INTO ledger_balances AS b (tenant_id, dealer_id, account_id, amount)
    SELECT tenant_id, dealer_id, account_id, sum(amount)
      FROM added
     GROUP BY tenant_id, dealer_id, account_id
     ORDER BY tenant_id, dealer_id, account_id
        ON CONFLICT (tenant_id, dealer_id, account_id) DO UPDATE SET amount = b.amount + excluded.amount;
    RETURN NULL;
END $$;
ALTER FUNCTION book_ledger_lines() OWNER TO nextgen_definer;
CREATE TRIGGER balanced AFTER INSERT ON ledger_lines
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION book_ledger_lines();

CREATE FUNCTION keep_ledger_reversals() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
DECLARE
    low bigint;
    high bigint;
BEGIN
    SELECT min(reverses_id), max(reverses_id) INTO low, high FROM added;
    IF low IS NULL THEN
        RETURN NULL;
    END IF;
    -- A month that was detached cannot be asked.
    IF EXISTS (SELECT FROM added a
                WHERE a.reverses_id IS NOT NULL
                  AND (SELECT e.id FROM ledger_entries e
                        WHERE e.id BETWEEN low AND high AND e.tenant_id = a.tenant_id AND e.id = a.reverses_id) IS NULL
                  AND to_regclass('app.ledger_entries' || to_char(to_timestamp((a.reverses_id >> 20) / 1000.0 + 1672531200) AT TIME ZONE 'UTC',
                                                                  '_YYYY_MM')) IS NOT NULL) THEN
        RAISE EXCEPTION 'a ledger entry reverses one that is not there'
            USING ERRCODE = '23503', CONSTRAINT = 'ledger_entries_reverses', TABLE = 'ledger_entries';
    END IF;
    INSERT INTO ledger_reversals (tenant_id, id, reversed_by)
    SELECT tenant_id, reverses_id, id FROM added WHERE reverses_id IS NOT NULL ORDER BY tenant_id, reverses_id;
    RETURN NULL;
END $$;
ALTER FUNCTION keep_ledger_reversals() OWNER TO nextgen_definer;
CREATE TRIGGER reversals AFTER INSERT ON ledger_entries
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_ledger_reversals();

CREATE FUNCTION check_cheque_events() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
DECLARE
    low bigint;
    high bigint;
BEGIN
    SELECT min(ledger_entry_id), max(ledger_entry_id) INTO low, high FROM added;
    IF EXISTS (SELECT FROM added a
                WHERE a.ledger_entry_id IS NOT NULL
                  AND (SELECT e.dealer_id FROM ledger_entries e
                        WHERE e.id BETWEEN low AND high AND e.tenant_id = a.tenant_id AND e.id = a.ledger_entry_id)
                      IS DISTINCT FROM a.dealer_id) THEN
        RAISE EXCEPTION 'a cheque''s event names no ledger entry of its dealer'
            USING ERRCODE = '23503', CONSTRAINT = 'cheque_events_entry', TABLE = 'cheque_events';
    END IF;
    RETURN NULL;
END $$;
ALTER FUNCTION check_cheque_events() OWNER TO nextgen_definer;
CREATE TRIGGER posted AFTER INSERT ON cheque_events
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION check_cheque_events();
COMMENT ON COLUMN cheque_events.ledger_entry_id IS 'What the move posted. Its month may have been detached since.';

CREATE FUNCTION ledger_differences() RETURNS TABLE (tenant_id bigint, dealer_id bigint, account_id bigint, kept_amount bigint, summed_amount numeric)
LANGUAGE sql STABLE AS $$
    SELECT tenant_id, dealer_id, account_id, b.amount, coalesce(b.carried_amount, 0) + coalesce(l.amount, 0)
      FROM app.ledger_balances b
      FULL JOIN (SELECT tenant_id, dealer_id, account_id, sum(amount) AS amount FROM app.ledger_lines GROUP BY 1, 2, 3) l
           USING (tenant_id, dealer_id, account_id)
     WHERE b.amount IS DISTINCT FROM coalesce(b.carried_amount, 0) + coalesce(l.amount, 0)
     ORDER BY 1, 2, 3
$$;
COMMENT ON FUNCTION ledger_differences() IS 'Balances that are not what is carried forward and the lines add up to: none, unless somebody went round the triggers. Reads the whole ledger; the owner calls it.';

CREATE OR REPLACE FUNCTION detach_partition(target regclass, month date) RETURNS regclass LANGUAGE plpgsql AS $$
DECLARE
    table_name name := (SELECT relname FROM pg_class WHERE oid = target);
    partition name := table_name || to_char(month, '_YYYY_MM');
    child name;
BEGIN
    -- What belongs to these rows goes with them.
    FOR child IN SELECT a.child FROM app.partition_anchors a WHERE a.parent = table_name LOOP
        IF to_regclass(format('app.%I', child || to_char(month, '_YYYY_MM'))) IS NOT NULL THEN
            PERFORM app.detach_partition(format('app.%I', child)::regclass, month);
        END IF;
    END LOOP;
    EXECUTE format('ALTER TABLE %s DETACH PARTITION app.%I', target, partition);
    IF table_name = 'ledger_lines' THEN
        EXECUTE format('UPDATE app.ledger_balances b SET carried_amount = b.carried_amount + gone.amount
                          FROM (SELECT tenant_id, dealer_id, account_id, sum(amount) AS amount FROM app.%I GROUP BY 1, 2, 3) gone
                         WHERE b.tenant_id = gone.tenant_id AND b.dealer_id = gone.dealer_id AND b.account_id = gone.account_id', partition);
    END IF;
    EXECUTE format('ALTER TABLE app.%I SET SCHEMA archive', partition);
    RETURN format('archive.%I', partition)::regclass;
END $$;
COMMENT ON FUNCTION detach_partition(regclass, date) IS
    'Takes a month, and the same month of the tables that belong to it, out of a partitioned table into schema archive, to be
     dumped and dropped. Balances of the ledger stay: what its lines added up to is carried forward. The owner calls it.';
