-- Lines of a dealer, each with its account's balance after it. The balances count everything before, so they are made before
-- a page is cut out.
SELECT *
  FROM (SELECT l.tenant_id, l.dealer_id, l.id, l.entry_id, e.posted_on, a.name AS account, e.kind,
               coalesce(nullif(c.sayad_id, ''), c.serial, '') AS number,
               greatest(l.amount, 0) AS debit, greatest(-l.amount, 0) AS credit,
               (sum(l.amount) OVER (PARTITION BY l.account_id ORDER BY e.posted_on, l.id))::bigint AS balance
          FROM ledger_lines l
          JOIN ledger_entries e ON e.tenant_id = l.tenant_id AND e.id = l.entry_id
          JOIN ledger_accounts a ON a.tenant_id = l.tenant_id AND a.id = l.account_id
          LEFT JOIN cheques c ON c.tenant_id = e.tenant_id AND e.source_kind = 'cheque' AND c.id = e.source_id
         WHERE l.tenant_id = $1 AND l.dealer_id = $2) line
 WHERE tenant_id = $1
