SELECT tenant_id, id, storage_key FROM due_leftovers($1)
