INSERT INTO audit_seals (tenant_id, id, sealed_at, is_drained, key_version, log_ids, macs, mac)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
