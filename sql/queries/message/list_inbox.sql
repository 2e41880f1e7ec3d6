SELECT *
  FROM (SELECT n.tenant_id, n.user_id, n.id, n.code, n.title, n.body, n.source_kind, n.source_id, n.created_at, n.read_at,
               n.read_at IS NULL AS is_unread
          FROM notifications n
         WHERE n.channel = 'in_app') notice
 WHERE tenant_id = $1 AND user_id = $2
