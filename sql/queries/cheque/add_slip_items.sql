-- Puts locked cheques on a slip; one that is on it stays.
INSERT INTO cheque_slip_items (tenant_id, slip_id, cheque_id)
SELECT $1, $2, cheque_id FROM unnest($3::bigint[]) cheque_id
ON CONFLICT (tenant_id, slip_id, cheque_id) DO NOTHING
