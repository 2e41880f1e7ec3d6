WITH closed AS (
    UPDATE cheque_slip_items SET is_open = false WHERE tenant_id = $1 AND slip_id = $2 AND is_open AND $3 = 'cancelled'
)
UPDATE cheque_slips SET status = $3, handed_on = coalesce($4::date, handed_on) WHERE tenant_id = $1 AND id = $2
