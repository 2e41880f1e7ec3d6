SELECT count(*) AS count, coalesce(sum(size_bytes), 0)::bigint AS bytes
  FROM record_files
 WHERE tenant_id = $1 AND entity = $2 AND record_id = $3 AND removed_at IS NULL
