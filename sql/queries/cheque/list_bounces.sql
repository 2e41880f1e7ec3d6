SELECT id, cheque_id, occurred_on, reason, certificate_number, certificate_on, fee_amount, is_fee_dealers, has_stopped_dealer, is_undone
  FROM cheque_bounces
 WHERE tenant_id = $1 AND cheque_id = $2
 ORDER BY id
 LIMIT 100
