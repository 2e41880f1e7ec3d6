SELECT f.id, f.file_name, f.media_type, f.size_bytes, encode(f.sha256, 'hex') AS sha256, f.uploaded_by,
       (SELECT u.display_name FROM users u WHERE u.tenant_id = f.tenant_id AND u.id = f.uploaded_by) AS uploaded_by_name, f.created_at, f.storage_key, f.removed_at IS NOT NULL AS is_removed
  FROM record_files f
 WHERE f.tenant_id = $1 AND f.entity = $2 AND f.record_id = $3 AND f.id = $4
