-- Numbered in the year $3 of its making.
INSERT INTO cheque_slips (tenant_id, bank_account_id, slip_number, note)
SELECT $1, b.id, $3::integer || '-' || take_number('SLIP', $3::integer), $4
  FROM bank_accounts b
 WHERE b.tenant_id = $1 AND b.id = $2 AND b.is_active
RETURNING id
