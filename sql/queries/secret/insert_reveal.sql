INSERT INTO audit_logs (tenant_id, action, table_name, row_id, actor_id, request_id, client_ip, new_values)
VALUES ($1, 'reveal', $3, $2, nullif(current_setting('app.actor_id', true), '')::bigint, current_setting('app.request_id', true),
        current_setting('app.client_ip', true), jsonb_build_object('field', $4::text))
