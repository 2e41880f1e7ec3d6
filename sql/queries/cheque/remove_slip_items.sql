DELETE FROM cheque_slip_items WHERE tenant_id = $1 AND slip_id = $2 AND is_open AND cheque_id = ANY ($3::bigint[]) RETURNING cheque_id
