-- Lines of a dealer from the day $3 on, each with its account's balance after it: what it is now, less what came after the line.
-- The balances are made before a page is cut out; what is selected by a query of its own is looked up for the page alone.
SELECT *
  FROM (SELECT l.tenant_id, l.dealer_id, l.id, l.entry_id, l.posted_on, a.name AS account,
               (SELECT e.kind FROM ledger_entries e WHERE e.tenant_id = l.tenant_id AND e.id = l.entry_id) AS kind,
               coalesce((SELECT coalesce(nullif(c.sayad_id, ''), c.serial)
                           FROM ledger_entries e
                           JOIN cheques c ON c.tenant_id = e.tenant_id AND c.id = e.source_id
                          WHERE e.tenant_id = l.tenant_id AND e.id = l.entry_id AND e.source_kind = 'cheque'), '') AS number,
               greatest(l.amount, 0) AS debit, greatest(-l.amount, 0) AS credit, l.balance
          FROM (SELECT l.*, (b.amount - coalesce(sum(l.amount) OVER (PARTITION BY l.account_id ORDER BY l.posted_on DESC, l.id DESC
                                                                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))::bigint AS balance
                  FROM ledger_lines l
                  JOIN ledger_balances b ON b.tenant_id = l.tenant_id AND b.dealer_id = l.dealer_id AND b.account_id = l.account_id
                 WHERE l.tenant_id = $1 AND l.dealer_id = $2 AND l.posted_on >= $3::date) l
          JOIN ledger_accounts a ON a.tenant_id = l.tenant_id AND a.id = l.account_id) line
 WHERE tenant_id = $1
