SELECT a.id, a.invoice_id, i.invoice_number, a.amount, a.reversed_at, p.status = 'verified' AS is_cleared
  FROM payments p
  JOIN payment_allocations a ON a.tenant_id = p.tenant_id AND a.payment_id = p.id
  JOIN invoices i ON i.tenant_id = a.tenant_id AND i.id = a.invoice_id
 WHERE p.tenant_id = $1 AND p.cheque_id = $2
 ORDER BY a.id
 LIMIT 500
