INSERT INTO cheque_imports (tenant_id, dealer_id, file_name, file_hash, amount_unit, actor_id)
VALUES ($1, $2, $3, $4, $5, nullif(current_setting('app.actor_id', true), '')::bigint)
RETURNING id
