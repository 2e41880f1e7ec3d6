-- Cheques whose payment was taken back: their payments wait again, and what they are set against is open by so much.
WITH open AS (
    UPDATE payments SET status = 'pending', paid_at = NULL, verified_at = NULL
     WHERE tenant_id = $1 AND cheque_id = ANY ($2::bigint[]) AND status = 'verified'
    RETURNING id
), sums AS (
    SELECT a.invoice_id, sum(a.amount)::bigint AS amount
      FROM payment_allocations a
      JOIN open p ON p.id = a.payment_id
     WHERE a.tenant_id = $1 AND a.reversed_at IS NULL AND a.invoice_id IS NOT NULL
     GROUP BY a.invoice_id
)
UPDATE invoices i
   SET paid_amount = i.paid_amount - s.amount,
       status = CASE WHEN i.paid_amount = s.amount THEN 'issued' WHEN i.paid_amount - s.amount >= i.total_amount THEN 'paid' ELSE 'partly_paid' END
  FROM sums s
 WHERE i.tenant_id = $1 AND i.id = s.invoice_id
