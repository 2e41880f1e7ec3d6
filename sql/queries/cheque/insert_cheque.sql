-- A cheque by hand: the cheque, its receipt in the ledger and its first event share one id.
WITH cheque AS (
    INSERT INTO cheques (tenant_id, dealer_id, sayad_id, amount, due_on, bank_code, bank_name, branch, series, serial, account_number,
                         drawer_name, description, search_key, id, iban_cipher, iban_last4, drawer_national_id_cipher,
                         drawer_national_id_index, drawer_national_id_last4)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $18, $19, $20, $21, $22, $23)
    RETURNING id, dealer_id, amount
), posted AS (
    INSERT INTO ledger_entries (tenant_id, id, kind, source_kind, source_id, dealer_id, posted_on, actor_id, request_id)
    SELECT $1, c.id, 'receive', 'cheque', c.id, c.dealer_id, $15::date, nullif(current_setting('app.actor_id', true), '')::bigint,
           current_setting('app.request_id', true)
      FROM cheque c
), booked AS (
    INSERT INTO ledger_lines (tenant_id, id, entry_id, account_id, dealer_id, amount, posted_on)
    SELECT $1, next_id_beside(c.id), c.id, a.id, c.dealer_id, CASE a.name WHEN $16 THEN c.amount ELSE -c.amount END, $15::date
      FROM cheque c
      JOIN ledger_accounts a ON a.tenant_id = $1 AND a.name IN ($16, $17)
), noted AS (
    INSERT INTO cheque_events (tenant_id, id, cheque_id, dealer_id, move, to_status, occurred_on, actor_id, request_id, ledger_entry_id)
    SELECT $1, c.id, c.id, c.dealer_id, 'receive', 'on_hand', $15::date, nullif(current_setting('app.actor_id', true), '')::bigint,
           current_setting('app.request_id', true), c.id
      FROM cheque c
)
SELECT id FROM cheque
