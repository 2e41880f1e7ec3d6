UPDATE saved_view_uses u
   SET is_default = false
  FROM saved_views v
 WHERE u.tenant_id = $1 AND u.user_id = $2 AND u.is_default AND v.tenant_id = $1 AND v.id = u.saved_view_id AND v.page = $3
