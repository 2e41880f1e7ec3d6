-- What came with the bounces that were posted just now, all alike: $2 the cheques, $3 their events.
INSERT INTO cheque_bounces (tenant_id, id, cheque_id, dealer_id, occurred_on, reason, certificate_number, certificate_on, fee_amount,
                            is_fee_dealers)
SELECT $1, b.event_id, c.id, c.dealer_id, $4::date, $5, $6, $7::date, $8, $9
  FROM unnest($2::bigint[], $3::bigint[]) AS b (cheque_id, event_id)
  JOIN cheques c ON c.tenant_id = $1 AND c.id = b.cheque_id
