-- What our own cheques take from our accounts, by the day they are due; those that came due before are expected any day.
SELECT greatest(due_on, $2::date) AS due_on, count(*) AS count, sum(amount)::bigint AS amount
  FROM issued_cheques
 WHERE tenant_id = $1 AND status = 'issued' AND due_on <= $3::date
 GROUP BY 1
 ORDER BY 1
