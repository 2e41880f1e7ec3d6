SELECT id, sealed_at, is_drained, key_version, log_ids, macs, mac
  FROM audit_seals
 WHERE tenant_id = $1 AND id > $2
 ORDER BY id
 LIMIT 100
