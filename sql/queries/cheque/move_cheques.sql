-- One move for cheques, of each status that it leads on from ($3, and to $4): the status, the ledger entries, the events, all in
-- one statement, so that the balances are moved in one order, too. $8, $9 and $10 are what a cheque's amount is booked on: the
-- status it comes from, the account, and whether to debit (1) or to credit (-1); none for a way that books nothing. $12, $13 and
-- $14 are what else single cheques book in their entry, such as a bank's fee: the cheque, the account, the rials.
-- Everything is made out of the moved rows alone: of a join between them the planner, which cannot count them, makes all pairs.
-- A void reverses the receipt, which has the cheque's own id; of one that was void before, that is reversed already.
WITH moved AS (
    UPDATE cheques c SET status = way.to_status
      FROM unnest($3::text[], $4::text[]) AS way (from_status, to_status)
     WHERE c.tenant_id = $1 AND c.id = ANY ($2::bigint[]) AND c.status = way.from_status
    RETURNING c.id, c.dealer_id, c.amount, way.from_status, c.status, next_id() AS event_id,
              CASE WHEN way.from_status = ANY ($8::text[]) THEN next_id() END AS entry_id
), posted AS (
    INSERT INTO ledger_entries (tenant_id, id, kind, source_kind, source_id, dealer_id, posted_on, reverses_id, actor_id, request_id)
    SELECT $1, entry_id, $5, 'cheque', id, dealer_id, $6::date,
           CASE WHEN $5 = 'void' AND NOT EXISTS (SELECT FROM ledger_reversals r WHERE r.tenant_id = $1 AND r.id = moved.id) THEN id END,
           nullif(current_setting('app.actor_id', true), '')::bigint, current_setting('app.request_id', true)
      FROM moved
     WHERE entry_id IS NOT NULL
), booked AS (
    INSERT INTO ledger_lines (tenant_id, id, entry_id, account_id, dealer_id, amount, posted_on)
    SELECT $1, next_id_beside(m.entry_id), m.entry_id, side.account_id, m.dealer_id, side.sign * m.amount, $6::date
      FROM moved m
      JOIN (SELECT s.from_status, s.sign, a.id AS account_id
              FROM unnest($8::text[], $9::text[], $10::int[]) AS s (from_status, account, sign)
              JOIN ledger_accounts a ON a.tenant_id = $1 AND a.name = s.account) side ON side.from_status = m.from_status
    UNION ALL
    SELECT $1, next_id_beside(m.entry_id), m.entry_id, a.id, m.dealer_id, more.amount, $6::date
      FROM unnest($12::bigint[], $13::text[], $14::bigint[]) AS more (cheque_id, account, amount)
      JOIN moved m ON m.id = more.cheque_id
      JOIN ledger_accounts a ON a.tenant_id = $1 AND a.name = more.account
), noted AS (
    INSERT INTO cheque_events (tenant_id, id, cheque_id, dealer_id, move, from_status, to_status, occurred_on, note, holder_name, actor_id,
                               request_id, ledger_entry_id)
    SELECT $1, event_id, id, dealer_id, $5, from_status, status, $6::date, $7, $11,
           nullif(current_setting('app.actor_id', true), '')::bigint, current_setting('app.request_id', true), entry_id
      FROM moved
)
SELECT id, event_id FROM moved
