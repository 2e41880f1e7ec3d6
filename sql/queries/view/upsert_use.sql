INSERT INTO saved_view_uses (tenant_id, user_id, saved_view_id, is_default, pin_position)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (tenant_id, user_id, saved_view_id) DO UPDATE SET is_default = $4, pin_position = $5
