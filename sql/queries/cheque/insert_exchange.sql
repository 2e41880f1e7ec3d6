WITH exchange AS (
    INSERT INTO cheque_exchanges (tenant_id, dealer_id, occurred_on, note, out_amount, in_amount, out_ras_on, in_ras_on)
    VALUES ($1, $2, $3::date, $4, $5, $6, $7::date, $8::date)
    RETURNING id
), items AS (
    INSERT INTO cheque_exchange_items (tenant_id, exchange_id, cheque_id, dealer_id, is_in)
    SELECT $1, e.id, i.cheque_id, $2, i.is_in
      FROM exchange e
     CROSS JOIN (SELECT unnest($9::bigint[]) AS cheque_id, false AS is_in UNION ALL SELECT unnest($10::bigint[]), true) i
)
SELECT id FROM exchange
