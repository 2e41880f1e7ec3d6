SELECT *
  FROM (SELECT e.tenant_id, e.id, e.dealer_id, d.company_name AS dealer_name, e.occurred_on, e.out_amount, e.in_amount, e.out_ras_on,
               e.in_ras_on, e.note, e.created_at
          FROM cheque_exchanges e
          JOIN dealer_profiles d ON d.tenant_id = e.tenant_id AND d.id = e.dealer_id) exchange
 WHERE tenant_id = $1
