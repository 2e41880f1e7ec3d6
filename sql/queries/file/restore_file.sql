UPDATE record_files SET removed_by = NULL, removed_at = NULL WHERE tenant_id = $1 AND id = $2 AND removed_at IS NOT NULL
