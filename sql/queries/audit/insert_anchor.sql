INSERT INTO audit_anchors (tenant_id, made_at, entries, head, key_version, mac) VALUES ($1, $2, $3, $4, $5, $6)
