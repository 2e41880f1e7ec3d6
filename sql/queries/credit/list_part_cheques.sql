SELECT *
  FROM (SELECT tenant_id, dealer_id, id, 'cheque' AS kind, CASE WHEN sayad_id <> '' THEN sayad_id ELSE serial END AS number, amount,
               due_on, status
          FROM cheques) document
 WHERE tenant_id = $1 AND dealer_id = $2 AND status = ANY ($3::text[])
