-- The ledger: entries that balance and stay as they are, months that come and go, and balances that are always what the lines add up to.
\ir prelude.psql
SELECT no_plan();

-- Posts an amount from the first account of alpha to its second, recorded at an instant.
CREATE FUNCTION pg_temp.post(amount bigint, at timestamptz DEFAULT now(), posted_on date DEFAULT '2026-11-20', line_on date DEFAULT NULL,
                             xid xid8 DEFAULT pg_current_xact_id()) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    t bigint := pg_temp.alpha('tenant');
    entry bigint := id_floor(at) + (next_id() & 1048575);
BEGIN
    INSERT INTO ledger_entries (tenant_id, id, kind, source_kind, source_id, dealer_id, posted_on, posted_xid)
    VALUES (t, entry, 'receive', 'cheques', entry, pg_temp.alpha('dealer'), posted_on, xid);
    INSERT INTO ledger_lines (tenant_id, id, entry_id, account_id, dealer_id, amount, posted_on)
    SELECT t, next_id_beside(entry), entry, a.id, pg_temp.alpha('dealer'), CASE a.rank WHEN 1 THEN amount ELSE -amount END, coalesce(line_on, post.posted_on)
      FROM (SELECT id, row_number() OVER (ORDER BY id) AS rank FROM ledger_accounts WHERE tenant_id = t) a WHERE a.rank <= 2;
    RETURN entry;
END $$;
CREATE FUNCTION pg_temp.balances() RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(b.amount::text, ' ' ORDER BY b.account_id) FROM ledger_balances b WHERE b.tenant_id = pg_temp.alpha('tenant')
$$;

SELECT is(pg_temp.balances(), '0', 'an entry that takes back what it gives leaves nothing');
SELECT pg_temp.post(700) > 0 AS posted \gset
SELECT is(pg_temp.balances(), '700 -700', 'balances follow the lines');
SELECT is(pg_temp.refused('SELECT pg_temp.post(9007199254740991)'), 'ledger_balances_amount_range', 'up to what JSON carries');
SELECT is(pg_temp.refused('SELECT pg_temp.post(1, xid => ''3'')'), 'ledger_entry_closed', 'an entry of another transaction gets no lines');
SELECT is(pg_temp.refused('SELECT pg_temp.post(1, line_on => ''2026-11-19'')'), 'ledger_entry_closed', 'nor lines of another date');
SELECT is(pg_temp.refused($$INSERT INTO ledger_lines (tenant_id, id, entry_id, account_id, dealer_id, amount, posted_on)
                            SELECT tenant_id, next_id_beside(entry_id), entry_id, account_id, pg_temp.beta('dealer'), amount, posted_on FROM ledger_lines$$),
          'ledger_entry_closed', 'nor of another dealer');

-- Nobody writes them by hand.
SELECT is(pg_temp.attempt(jsonb_build_object('tenant_id', pg_temp.alpha('tenant')), statement), '42501', statement)
  FROM unnest(ARRAY['UPDATE ledger_balances SET amount = 0', 'DELETE FROM ledger_balances', 'DELETE FROM ledger_reversals',
                    format('INSERT INTO ledger_reversals VALUES (%s, 1, 1)', pg_temp.alpha('tenant')),
                    format('INSERT INTO ledger_balances (tenant_id, dealer_id, account_id, amount) VALUES (%s, %s, %s, 1)', pg_temp.alpha('tenant'),
                           pg_temp.alpha('dealer'), pg_temp.alpha('account')),
                    'SELECT ledger_differences()']) statement;
SELECT is_empty('SELECT * FROM ledger_differences()', 'balances are what the lines add up to');
UPDATE ledger_balances SET amount = amount + 1 WHERE account_id = pg_temp.alpha('account');
SELECT is((SELECT concat_ws(' ', tenant_id = pg_temp.alpha('tenant'), account_id = pg_temp.alpha('account'), kept_amount, summed_amount) FROM ledger_differences()),
          't t 701 700', 'where they are not, it is said');
UPDATE ledger_balances SET amount = amount - 1 WHERE account_id = pg_temp.alpha('account');

-- Months.
SELECT pg_temp.post(50, '2024-05-10 12:00+00', '2024-05-10') AS old_entry \gset
SELECT is((SELECT string_agg(tableoid::regclass::text, ' ') FROM ledger_entries WHERE id = :old_entry), 'ledger_entries_default', 'a posting of a month that was not made is not lost');
SELECT is(pg_temp.balances(), '750 -750', 'and counts');
SELECT cmp_ok(ensure_partitions(3, '2024-05-01'), '>', 20, 'its month is made');
SELECT is((SELECT string_agg(DISTINCT tableoid::regclass::text, ' ') FROM ledger_lines WHERE entry_id = :old_entry), 'ledger_lines_2024_05', 'and takes the lines along');
SELECT is(pg_temp.balances(), '750 -750', 'which does not count twice');
SELECT is(detach_partition('ledger_entries', '2024-05-01')::text, 'archive.ledger_entries_2024_05', 'a month can be taken away');
SELECT is((SELECT count(*) FROM archive.ledger_lines_2024_05), 2::bigint, 'with its lines');
SELECT is((SELECT count(*) FROM ledger_lines WHERE entry_id = :old_entry), 0::bigint, 'which are in the ledger no more');
SELECT is(pg_temp.balances(), '750 -750', 'the balances stay');
SELECT is((SELECT string_agg(carried_amount::text, ' ' ORDER BY account_id) FROM ledger_balances WHERE tenant_id = pg_temp.alpha('tenant')), '50 -50', 'carried forward');
SELECT is_empty('SELECT * FROM ledger_differences()', 'and still agree');
SELECT pg_temp.post(5) > 0 AS posted \gset
SELECT is(pg_temp.balances(), '755 -755', 'and go on');
SELECT is(pg_temp.refused(format($$INSERT INTO ledger_entries (tenant_id, kind, source_kind, source_id, dealer_id, posted_on, reverses_id)
                                   SELECT tenant_id, 'void', source_kind, source_id, dealer_id, posted_on, %s FROM ledger_entries WHERE id = %s$$, :old_entry, pg_temp.alpha('entry'))),
          '1', 'what was posted in a month that is gone can be taken back');

SELECT * FROM finish();
ROLLBACK;
