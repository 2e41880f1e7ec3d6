UPDATE guarantee_cheques SET status = CASE WHEN $4::bigint IS NULL THEN 'released' ELSE 'called' END, closed_on = $3::date, cheque_id = $4::bigint
 WHERE tenant_id = $1 AND id = $2
RETURNING id, status, closed_on, cheque_id, version
