-- Open invoices of dealers: what cheques have paid of each, what waits for cheques to clear, and what neither covers.
SELECT *
  FROM (SELECT i.tenant_id, i.id, i.invoice_number, i.dealer_id, d.company_name AS dealer_name, i.issued_on, i.due_on, i.total_amount,
               i.paid_amount, coalesce(by_cheque.cleared, 0)::bigint AS cleared_amount, coalesce(by_cheque.open, 0)::bigint AS open_amount,
               greatest(i.total_amount - i.paid_amount - coalesce(by_cheque.open, 0), 0)::bigint AS uncovered_amount
          FROM invoices i
          JOIN dealer_profiles d ON d.tenant_id = i.tenant_id AND d.id = i.dealer_id
          LEFT JOIN LATERAL (SELECT sum(a.amount) FILTER (WHERE p.status IN ('verified', 'settled')) AS cleared,
                                    sum(a.amount) FILTER (WHERE p.status = 'pending') AS open
                               FROM payment_allocations a
                               JOIN payments p ON p.tenant_id = a.tenant_id AND p.id = a.payment_id AND p.cheque_id IS NOT NULL
                              WHERE a.tenant_id = i.tenant_id AND a.invoice_id = i.id AND a.reversed_at IS NULL) by_cheque ON true
         WHERE i.status IN ('issued', 'partly_paid')) invoice
 WHERE tenant_id = $1
