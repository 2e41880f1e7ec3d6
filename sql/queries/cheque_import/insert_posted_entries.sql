INSERT INTO ledger_entries (tenant_id, id, kind, source_kind, source_id, dealer_id, posted_on, actor_id, request_id)
SELECT tenant_id, id, 'receive', 'cheque', id, dealer_id, $3::date, nullif(current_setting('app.actor_id', true), '')::bigint,
       current_setting('app.request_id', true)
  FROM cheque_import_rows
 WHERE tenant_id = $1 AND cheque_import_id = $2 AND state = 'ready'
