UPDATE record_files SET removed_by = $3, removed_at = $4 WHERE tenant_id = $1 AND id = $2 AND removed_at IS NULL
