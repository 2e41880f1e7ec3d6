SELECT request_hash = $4 AS is_same, status, headers, body
  FROM order_idempotencies
 WHERE tenant_id = $1 AND scope = $2 AND key = $3 AND created_at > now() - interval '72 hours'
