-- The payment that a locked cheque stands for, made when there is none.
WITH made AS (
    INSERT INTO payments (tenant_id, payment_number, method, status, dealer_id, amount, received_on, cheque_id)
    SELECT $1, 'CHQ-' || next_id(), 'cheque', 'pending', c.dealer_id, c.amount, $3::date, c.id
      FROM cheques c
     WHERE c.tenant_id = $1 AND c.id = $2
       AND NOT EXISTS (SELECT FROM payments p WHERE p.tenant_id = $1 AND p.cheque_id = $2 AND p.status = 'pending')
    RETURNING id, amount, allocated_amount
)
SELECT id, amount - allocated_amount AS room FROM made
UNION ALL
SELECT id, amount - allocated_amount FROM payments WHERE tenant_id = $1 AND cheque_id = $2 AND status = 'pending'
