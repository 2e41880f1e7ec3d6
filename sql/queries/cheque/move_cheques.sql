-- One move for cheques of one status: the status, the ledger entries, the events, in one statement. $8 and $9 are the
-- accounts to debit and to credit by the cheque's amount; none for a move that books nothing.
WITH moved AS (
    UPDATE cheques SET status = $4
     WHERE tenant_id = $1 AND id = ANY ($2::bigint[]) AND status = $3
    RETURNING id, dealer_id, amount
), posted AS (
    INSERT INTO ledger_entries (tenant_id, kind, source_kind, source_id, dealer_id, posted_on, reverses_id, actor_id, request_id)
    SELECT $1, $5, 'cheque', m.id, m.dealer_id, $6::date,
           CASE WHEN $5 = 'void' THEN (SELECT e.ledger_entry_id FROM cheque_events e
                                        WHERE e.tenant_id = $1 AND e.cheque_id = m.id AND e.move = 'receive') END,
           nullif(current_setting('app.actor_id', true), '')::bigint, current_setting('app.request_id', true)
      FROM moved m
     WHERE cardinality($8::text[]) > 0
    RETURNING id, source_id
), booked AS (
    INSERT INTO ledger_lines (tenant_id, entry_id, account_id, dealer_id, amount)
    SELECT $1, p.id, a.id, m.dealer_id, side.sign * m.amount
      FROM posted p
      JOIN moved m ON m.id = p.source_id
     CROSS JOIN (SELECT unnest($8::text[]) AS name, 1 AS sign UNION ALL SELECT unnest($9::text[]), -1) side
      JOIN ledger_accounts a ON a.tenant_id = $1 AND a.name = side.name
), noted AS (
    INSERT INTO cheque_events (tenant_id, cheque_id, dealer_id, move, from_status, to_status, occurred_on, note, actor_id, request_id,
                               ledger_entry_id)
    SELECT $1, m.id, m.dealer_id, $5, $3, $4, $6::date, $7, nullif(current_setting('app.actor_id', true), '')::bigint,
           current_setting('app.request_id', true), p.id
      FROM moved m
      LEFT JOIN posted p ON p.source_id = m.id
)
SELECT id FROM moved
