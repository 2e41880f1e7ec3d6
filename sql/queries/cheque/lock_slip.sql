SELECT id, slip_number, status FROM cheque_slips WHERE tenant_id = $1 AND id = $2 FOR NO KEY UPDATE
