WITH made AS (
    INSERT INTO record_notes (tenant_id, entity, record_id, author_id, body, created_at)
    VALUES ($1, $2, $3, $4, $5, $6)
    RETURNING tenant_id, id, author_id, body, created_at)
SELECT m.id, m.author_id, m.body, m.created_at,
       (SELECT u.display_name FROM users u WHERE u.tenant_id = m.tenant_id AND u.id = m.author_id) AS author_name
  FROM made m
