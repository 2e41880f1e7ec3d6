-- The balance of each account for a dealer before the day $3: what it is now, less what was posted from that day on.
SELECT a.name AS account, (b.amount - coalesce(later.amount, 0))::bigint AS balance
  FROM ledger_balances b
  JOIN ledger_accounts a ON a.tenant_id = b.tenant_id AND a.id = b.account_id
  LEFT JOIN (SELECT account_id, sum(amount) AS amount
               FROM ledger_lines
              WHERE tenant_id = $1 AND dealer_id = $2 AND posted_on >= $3::date
              GROUP BY account_id) later ON later.account_id = b.account_id
 WHERE b.tenant_id = $1 AND b.dealer_id = $2
 ORDER BY a.name
