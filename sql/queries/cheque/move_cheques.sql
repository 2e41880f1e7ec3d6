-- One move for cheques of one status: the status, the ledger entries, the events, in one statement. $8 and $9 are the
-- accounts to debit and to credit by the cheque's amount; none for a move that books nothing. Everything is made out of
-- the moved rows alone: of a join between them the planner, which cannot count them, makes all pairs.
-- A void reverses the receipt, which has the cheque's own id.
WITH moved AS (
    UPDATE cheques SET status = $4
     WHERE tenant_id = $1 AND id = ANY ($2::bigint[]) AND status = $3
    RETURNING id, dealer_id, amount, CASE WHEN cardinality($8::text[]) > 0 THEN next_id() END AS entry_id
), posted AS (
    INSERT INTO ledger_entries (tenant_id, id, kind, source_kind, source_id, dealer_id, posted_on, reverses_id, actor_id, request_id)
    SELECT $1, entry_id, $5, 'cheque', id, dealer_id, $6::date, CASE WHEN $5 = 'void' THEN id END,
           nullif(current_setting('app.actor_id', true), '')::bigint, current_setting('app.request_id', true)
      FROM moved
     WHERE entry_id IS NOT NULL
), booked AS (
    INSERT INTO ledger_lines (tenant_id, entry_id, account_id, dealer_id, amount)
    SELECT $1, m.entry_id, account.id, m.dealer_id, account.sign * m.amount
      FROM moved m
     CROSS JOIN (SELECT a.id, side.sign
                   FROM (SELECT unnest($8::text[]) AS name, 1 AS sign UNION ALL SELECT unnest($9::text[]), -1) side
                   JOIN ledger_accounts a ON a.tenant_id = $1 AND a.name = side.name) account
), noted AS (
    INSERT INTO cheque_events (tenant_id, cheque_id, dealer_id, move, from_status, to_status, occurred_on, note, actor_id, request_id,
                               ledger_entry_id)
    SELECT $1, id, dealer_id, $5, $3, $4, $6::date, $7, nullif(current_setting('app.actor_id', true), '')::bigint,
           current_setting('app.request_id', true), entry_id
      FROM moved
)
SELECT id FROM moved
