INSERT INTO storage_leftovers (tenant_id, storage_key, left_by, due_at) VALUES ($1, $2, $3, $4)
