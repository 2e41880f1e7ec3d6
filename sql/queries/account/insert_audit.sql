-- An act that no trigger sees. $2 action, $3 table, $4 row, $5 actor, $6 request, $7 address.
INSERT INTO audit_logs (tenant_id, action, table_name, row_id, actor_id, request_id, client_ip)
VALUES ($1, $2, $3, $4, $5, $6, $7)
