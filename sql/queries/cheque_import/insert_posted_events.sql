INSERT INTO cheque_events (tenant_id, id, cheque_id, dealer_id, move, to_status, occurred_on, actor_id, request_id, ledger_entry_id)
SELECT tenant_id, id, id, dealer_id, 'receive', 'on_hand', $3::date, nullif(current_setting('app.actor_id', true), '')::bigint,
       current_setting('app.request_id', true), id
  FROM cheque_import_rows
 WHERE tenant_id = $1 AND cheque_import_id = $2 AND state = 'ready'
