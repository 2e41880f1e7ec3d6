SELECT id, sealed_at, is_drained, key_version, log_ids, macs, mac
  FROM audit_seals
 WHERE tenant_id = $1
 ORDER BY id DESC
 LIMIT 1
