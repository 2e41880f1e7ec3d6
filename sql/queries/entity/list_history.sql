SELECT l.id, l.at, l.action, l.request_id, l.old_values, l.new_values,
       (SELECT u.display_name FROM users u WHERE u.tenant_id = l.tenant_id AND u.id = l.actor_id) AS actor_name
  FROM audit_logs l
 WHERE l.tenant_id = $1 AND l.table_name = $2 AND l.row_id = $3
