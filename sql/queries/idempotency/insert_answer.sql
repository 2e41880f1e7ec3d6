INSERT INTO order_idempotencies (tenant_id, scope, key, request_hash, status, headers, body)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (tenant_id, scope, key)
DO UPDATE SET request_hash = EXCLUDED.request_hash, status = EXCLUDED.status, headers = EXCLUDED.headers,
              body = EXCLUDED.body, created_at = now()
