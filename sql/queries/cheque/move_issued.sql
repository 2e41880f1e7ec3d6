WITH moved AS (
    UPDATE issued_cheques SET status = $3 WHERE tenant_id = $1 AND id = $2
)
INSERT INTO issued_cheque_events (tenant_id, cheque_id, move, from_status, to_status, occurred_on, note, undoes_id, actor_id, request_id)
VALUES ($1, $2, $4, $5, $3, $6::date, $7, $8, nullif(current_setting('app.actor_id', true), '')::bigint, current_setting('app.request_id', true))
