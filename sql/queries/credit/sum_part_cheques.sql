SELECT coalesce(sum(amount), 0)::bigint AS total
  FROM cheques
 WHERE tenant_id = $1 AND dealer_id = $2 AND status = ANY ($3::text[])
