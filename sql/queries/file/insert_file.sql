WITH made AS (
    INSERT INTO record_files (tenant_id, entity, record_id, file_name, media_type, size_bytes, sha256, storage_key, uploaded_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    RETURNING *)
SELECT f.id, f.file_name, f.media_type, f.size_bytes, encode(f.sha256, 'hex') AS sha256, f.uploaded_by,
       (SELECT u.display_name FROM users u WHERE u.tenant_id = f.tenant_id AND u.id = f.uploaded_by) AS uploaded_by_name, f.created_at
  FROM made f
