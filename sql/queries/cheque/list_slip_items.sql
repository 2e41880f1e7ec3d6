SELECT cheque_id, event_id FROM cheque_slip_items WHERE tenant_id = $1 AND slip_id = $2 ORDER BY cheque_id
