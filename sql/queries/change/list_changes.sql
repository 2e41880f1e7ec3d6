-- The snapshot that this statement sees by, and what the latest transactions changed, those begun last first: one row without a
-- change where there is none. $1 tenant, $2 how many.
SELECT pg_current_snapshot()::text AS snapshot, now() AS seen_at,
       (SELECT system_identifier::text FROM pg_control_system()) AS cluster,
       c.xid, c.id, c.at, c.table_name, c.row_id, c.version, c.actor_id, c.actor_name
  FROM (VALUES (1)) one
  LEFT JOIN LATERAL (
       SELECT r.xid, r.id, r.at, r.table_name, r.row_id, r.version, r.actor_id, u.display_name AS actor_name
         FROM record_changes r
         LEFT JOIN users u ON u.tenant_id = r.tenant_id AND u.id = r.actor_id
        WHERE r.tenant_id = $1
        ORDER BY r.xid DESC
        LIMIT $2) c ON true
