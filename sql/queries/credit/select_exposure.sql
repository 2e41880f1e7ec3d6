-- The limit and the balances of the accounts that $3 names; one row without an account when nothing was booked on any.
SELECT d.credit_limit, b.account, b.amount
  FROM dealer_profiles d
  LEFT JOIN (SELECT b.tenant_id, b.dealer_id, a.name AS account, b.amount
               FROM ledger_balances b
               JOIN ledger_accounts a ON a.tenant_id = b.tenant_id AND a.id = b.account_id
              WHERE a.name = ANY ($3::text[])) b ON b.tenant_id = d.tenant_id AND b.dealer_id = d.id
 WHERE d.tenant_id = $1 AND d.id = $2
