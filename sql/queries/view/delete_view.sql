WITH used AS (
    DELETE FROM saved_view_uses WHERE tenant_id = $1 AND saved_view_id = $2
)
DELETE FROM saved_views WHERE tenant_id = $1 AND id = $2
