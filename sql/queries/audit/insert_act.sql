-- What somebody did, or was not allowed to do, that no trigger sees.
INSERT INTO audit_logs (tenant_id, action, table_name, row_id, actor_id, request_id, client_ip, new_values)
VALUES ($1, $2, $3, $4, nullif(current_setting('app.actor_id', true), '')::bigint, current_setting('app.request_id', true),
        current_setting('app.client_ip', true), $5)
