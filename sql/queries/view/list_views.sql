-- A person's own views and the shared ones, with how that person uses them; the newest where there are more than anybody needs.
SELECT v.id, v.page, v.name, v.filter, v.layout::text AS layout, v.is_shared, coalesce(o.display_name, '') AS owner_name,
       v.owner_id = $2 AS is_mine, coalesce(u.is_default, false) AS is_default, u.pin_position, v.version, v.created_at, v.updated_at
  FROM saved_views v
  LEFT JOIN users o ON o.tenant_id = v.tenant_id AND o.id = v.owner_id
  LEFT JOIN saved_view_uses u ON u.tenant_id = v.tenant_id AND u.user_id = $2 AND u.saved_view_id = v.id
 WHERE v.tenant_id = $1 AND (v.owner_id = $2 OR v.is_shared)
 ORDER BY v.id DESC
 LIMIT 500
