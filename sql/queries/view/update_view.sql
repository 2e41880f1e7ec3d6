UPDATE saved_views
   SET name = $3, filter = $4, layout = $5::jsonb, is_shared = $6
 WHERE tenant_id = $1 AND id = $2
