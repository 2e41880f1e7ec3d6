-- Invoices with what of them neither was paid nor waits for a cheque to clear, locked in the order of ids.
SELECT i.id, i.dealer_id, i.status IN ('issued', 'partly_paid') AS is_open,
       i.total_amount - i.paid_amount - coalesce((SELECT sum(a.amount)
                                                    FROM payment_allocations a
                                                    JOIN payments p ON p.tenant_id = a.tenant_id AND p.id = a.payment_id
                                                   WHERE a.tenant_id = $1 AND a.invoice_id = i.id AND a.reversed_at IS NULL
                                                     AND p.status = 'pending'), 0)::bigint AS room
  FROM invoices i
 WHERE i.tenant_id = $1 AND i.id = ANY ($2::bigint[])
 ORDER BY i.id
   FOR NO KEY UPDATE OF i
