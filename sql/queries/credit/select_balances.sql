-- The balance of each account for a dealer, of entries dated before $3.
SELECT a.name AS account, coalesce(sum(l.amount), 0)::bigint AS balance
  FROM ledger_lines l
  JOIN ledger_entries e ON e.tenant_id = l.tenant_id AND e.id = l.entry_id
  JOIN ledger_accounts a ON a.tenant_id = l.tenant_id AND a.id = l.account_id
 WHERE l.tenant_id = $1 AND l.dealer_id = $2 AND e.posted_on < $3::date
 GROUP BY a.name
