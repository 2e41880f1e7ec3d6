DELETE FROM record_notes WHERE tenant_id = $1 AND id = $2
