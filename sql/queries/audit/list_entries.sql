-- What of a row is sealed: all of it, as jsonb writes it, which is always the same. The id comes first.
SELECT l.id, l.at, l.action || ' ' || l.table_name || coalesce(' ' || l.row_id, '') AS what,
       jsonb_build_array(l.id, (extract(epoch FROM l.at) * 1000000)::bigint, l.action, l.table_name, l.row_id, l.actor_id, l.request_id,
                         l.client_ip, l.old_values, l.new_values)::text AS content
  FROM audit_logs l
 WHERE l.tenant_id = $1 AND l.id = ANY ($2::bigint[])
