-- Those of the caller's that are named, or all up to the newest that was seen.
UPDATE notifications SET read_at = now()
 WHERE tenant_id = $1 AND user_id = $2 AND channel = 'in_app' AND read_at IS NULL AND (id = ANY ($3::bigint[]) OR id <= $4::bigint)
