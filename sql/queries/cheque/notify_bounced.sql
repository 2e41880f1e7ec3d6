-- Each dealer's people are told of the dealer's cheques that bounced just now, or whose bounce was taken back, and the credit staff of
-- all of them. $6: the code of one, $7: of several.
SELECT send_notice(CASE WHEN count = 1 THEN $6 ELSE $7 END, 'cheques', id, title,
                   replace(CASE WHEN count = 1 THEN $3 ELSE $4 END, '{title}', title),
                   dealer_id, CASE WHEN dealer_id IS NULL THEN 'credit.read' END, NULL, $5::bigint)
  FROM (SELECT dealer_id, count(*), min(id) AS id,
               CASE WHEN count(*) = 1 THEN min(CASE WHEN sayad_id <> '' THEN sayad_id ELSE serial END) ELSE count(*)::text END AS title
          FROM cheques
         WHERE tenant_id = $1 AND id = ANY ($2::bigint[])
         GROUP BY GROUPING SETS ((dealer_id), ())) bounced
