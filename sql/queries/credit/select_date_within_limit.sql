-- The first due date by which cheques that are still to be paid have brought $3 rials or more.
SELECT due_on
  FROM (SELECT due_on, sum(sum(amount)) OVER (ORDER BY due_on) AS paid
          FROM cheques
         WHERE tenant_id = $1 AND dealer_id = $2 AND status IN ('on_hand', 'deposited', 'endorsed')
         GROUP BY due_on) due
 WHERE paid >= $3::bigint
 ORDER BY due_on
 LIMIT 1
