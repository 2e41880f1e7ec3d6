SELECT made_at, entries, head, key_version, mac FROM audit_anchors WHERE tenant_id = $1 ORDER BY entries, id
