DELETE FROM storage_leftovers WHERE tenant_id = $1 AND storage_key = $2 AND due_at > $3
