-- Open cheques by status, with the dealer's limit; one row without a status when there is none.
SELECT d.credit_limit, c.status, sum(c.amount)::bigint AS amount
  FROM dealer_profiles d
  LEFT JOIN cheques c ON c.tenant_id = d.tenant_id AND c.dealer_id = d.id
                     AND c.status IN ('on_hand', 'deposited', 'endorsed', 'bounced', 'legal')
 WHERE d.tenant_id = $1 AND d.id = $2
 GROUP BY d.credit_limit, c.status
