-- What is open of invoices by the day it is due, and waits for no cheque: that one is counted already.
SELECT due_on, count(*) AS count,
       sum(total_amount - paid_amount - coalesce((SELECT sum(a.amount)
                                                    FROM payment_allocations a
                                                    JOIN payments p ON p.tenant_id = a.tenant_id AND p.id = a.payment_id AND p.status = 'pending'
                                                   WHERE a.tenant_id = $1 AND a.invoice_id = invoices.id AND a.reversed_at IS NULL), 0))::bigint AS amount
  FROM invoices
 WHERE tenant_id = $1 AND due_on BETWEEN $2::date AND $3::date AND status IN ('issued', 'partly_paid') AND kind = 'sale'
 GROUP BY due_on
 ORDER BY due_on
