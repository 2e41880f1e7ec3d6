-- Each dealer's people are told of the dealer's cheques that bounced just now, and the credit staff of all of them.
SELECT send_notice(CASE WHEN count = 1 THEN 'cheque_bounced' ELSE 'cheques_bounced' END, 'cheques', id, title,
                   replace(CASE WHEN count = 1 THEN $3 ELSE $4 END, '{title}', title),
                   dealer_id, CASE WHEN dealer_id IS NULL THEN 'credit.read' END, NULL, $5::bigint)
  FROM (SELECT dealer_id, count(*), min(id) AS id,
               CASE WHEN count(*) = 1 THEN min(CASE WHEN sayad_id <> '' THEN sayad_id ELSE serial END) ELSE count(*)::text END AS title
          FROM cheques
         WHERE tenant_id = $1 AND id = ANY ($2::bigint[])
         GROUP BY GROUPING SETS ((dealer_id), ())) bounced
