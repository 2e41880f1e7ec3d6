SELECT tenant_id, dealer_id, account_id, kept_amount, summed_amount::text
  FROM ledger_differences()
 LIMIT 10
