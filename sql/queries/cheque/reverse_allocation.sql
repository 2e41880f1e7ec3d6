-- Of a cheque that has not been paid.
UPDATE payment_allocations a SET reversed_at = now()
  FROM payments p
 WHERE a.tenant_id = $1 AND a.id = $3 AND a.reversed_at IS NULL AND p.tenant_id = $1 AND p.id = a.payment_id AND p.cheque_id = $2
   AND p.status = 'pending'
RETURNING a.id
