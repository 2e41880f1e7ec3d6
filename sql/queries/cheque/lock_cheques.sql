-- In the order of ids, so that two bulk moves wait for each other instead of locking each other out.
SELECT id, status
  FROM cheques
 WHERE tenant_id = $1 AND id = ANY ($2::bigint[])
 ORDER BY id
   FOR NO KEY UPDATE
