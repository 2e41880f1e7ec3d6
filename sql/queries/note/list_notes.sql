SELECT n.id, n.author_id, n.body, n.created_at,
       (SELECT u.display_name FROM users u WHERE u.tenant_id = n.tenant_id AND u.id = n.author_id) AS author_name
  FROM record_notes n
 WHERE n.tenant_id = $1 AND n.entity = $2 AND n.record_id = $3
