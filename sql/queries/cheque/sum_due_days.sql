SELECT due_on, status, count(*) AS count, sum(amount)::bigint AS amount
  FROM cheques
 WHERE tenant_id = $1 AND due_on BETWEEN $2::date AND $3::date
 GROUP BY due_on, status
 ORDER BY due_on, status
