INSERT INTO audit_logs (tenant_id, action, table_name, row_id, actor_id, request_id, client_ip)
VALUES ($1, $2, 'sessions', $3, $4, $5, $6)
