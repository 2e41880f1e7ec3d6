SELECT id FROM saved_views WHERE tenant_id = $1 AND id = $2 FOR UPDATE
