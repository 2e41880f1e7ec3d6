-- Takes back the events $2, each the last of its cheque: the status before it, an entry that reverses what it posted line by line,
-- and an event that names it. One statement, as move_cheques.
WITH undone AS (
    UPDATE cheques c SET status = e.from_status
      FROM cheque_events e
     WHERE e.tenant_id = $1 AND e.id = ANY ($2::bigint[]) AND c.tenant_id = $1 AND c.id = e.cheque_id AND c.status = e.to_status
    RETURNING c.id, c.dealer_id, e.id AS undoes_id, e.to_status AS from_status, c.status, e.ledger_entry_id, next_id() AS event_id,
              CASE WHEN e.ledger_entry_id IS NOT NULL THEN next_id() END AS entry_id
), posted AS (
    INSERT INTO ledger_entries (tenant_id, id, kind, source_kind, source_id, dealer_id, posted_on, reverses_id, actor_id, request_id)
    SELECT $1, entry_id, 'undo', 'cheque', id, dealer_id, $3::date, ledger_entry_id,
           nullif(current_setting('app.actor_id', true), '')::bigint, current_setting('app.request_id', true)
      FROM undone
     WHERE entry_id IS NOT NULL
), booked AS (
    INSERT INTO ledger_lines (tenant_id, id, entry_id, account_id, dealer_id, amount, posted_on)
    SELECT $1, next_id_beside(u.entry_id), u.entry_id, l.account_id, u.dealer_id, -l.amount, $3::date
      FROM undone u
     CROSS JOIN LATERAL (SELECT account_id, amount
                           FROM ledger_lines
                          WHERE tenant_id = $1 AND entry_id = u.ledger_entry_id
                            AND id BETWEEN (u.ledger_entry_id >> 20) << 20 AND u.ledger_entry_id | 1048575) l
), noted AS (
    INSERT INTO cheque_events (tenant_id, id, cheque_id, dealer_id, move, from_status, to_status, occurred_on, note, actor_id, request_id,
                               ledger_entry_id, undoes_id)
    SELECT $1, event_id, id, dealer_id, 'undo', from_status, status, $3::date, $4,
           nullif(current_setting('app.actor_id', true), '')::bigint, current_setting('app.request_id', true), entry_id, undoes_id
      FROM undone
)
SELECT id, event_id FROM undone
