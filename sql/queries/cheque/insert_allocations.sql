INSERT INTO payment_allocations (tenant_id, payment_id, invoice_id, amount)
SELECT $1, $2, invoice_id, amount FROM unnest($3::bigint[], $4::bigint[]) AS a (invoice_id, amount)
