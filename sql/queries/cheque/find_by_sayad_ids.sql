-- The cheques that these Sayad ids stand for: the one that is in hand, or those that ended, when it is not.
WITH given AS (
    SELECT DISTINCT sayad_id FROM unnest($2::text[]) sayad_id WHERE sayad_id <> ''
), alive AS (
    SELECT c.id, c.sayad_id
      FROM given g
      JOIN cheques c ON c.tenant_id = $1 AND c.sayad_id = g.sayad_id AND c.sayad_id <> '' AND c.status NOT IN ('void', 'returned')
)
SELECT id, sayad_id FROM alive
UNION ALL
SELECT c.id, c.sayad_id
  FROM given g
  JOIN cheques c ON c.tenant_id = $1 AND c.sayad_id = g.sayad_id AND c.sayad_id <> '' AND c.status IN ('void', 'returned')
 WHERE NOT EXISTS (SELECT FROM alive a WHERE a.sayad_id = g.sayad_id)
