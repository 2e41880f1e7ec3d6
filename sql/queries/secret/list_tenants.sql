-- One tenant by its slug, or all; run by the owner.
SELECT id, slug FROM tenants WHERE $1::text IS NULL OR slug = $1 ORDER BY id
