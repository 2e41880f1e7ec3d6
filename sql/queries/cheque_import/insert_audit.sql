-- The one line that bulk work leaves in the audit trail.
INSERT INTO audit_logs (tenant_id, action, table_name, row_id, actor_id, request_id, client_ip, new_values)
VALUES ($1, $3, 'cheque_imports', $2, nullif(current_setting('app.actor_id', true), '')::bigint,
        current_setting('app.request_id', true), current_setting('app.client_ip', true), $4)
