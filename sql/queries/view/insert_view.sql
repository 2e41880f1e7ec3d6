-- No row: the person has as many as anybody may have.
INSERT INTO saved_views (tenant_id, owner_id, page, name, filter, layout, is_shared)
SELECT $1::bigint, $2::bigint, $3, $4, $5, $6::jsonb, $7::boolean
 WHERE (SELECT count(*) FROM saved_views WHERE tenant_id = $1 AND owner_id = $2) < $8::bigint
RETURNING id
