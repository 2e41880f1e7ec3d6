-- Lines of a dealer by business date, each with its account's balance after it. $3: the account, or null for all. $4, $5: dates
-- from and to. The balances count everything before, so they are made before the page is cut out.
SELECT *
  FROM (SELECT l.id::text AS id, l.entry_id, e.posted_on, a.name AS account, e.kind,
               coalesce(nullif(c.sayad_id, ''), c.serial, '') AS number,
               greatest(l.amount, 0) AS debit, greatest(-l.amount, 0) AS credit,
               (sum(l.amount) OVER (PARTITION BY l.account_id ORDER BY e.posted_on, e.id, l.id))::bigint AS balance,
               e.id AS entry_order, l.id AS line_order
          FROM ledger_lines l
          JOIN ledger_entries e ON e.tenant_id = l.tenant_id AND e.id = l.entry_id
          JOIN ledger_accounts a ON a.tenant_id = l.tenant_id AND a.id = l.account_id
          LEFT JOIN cheques c ON c.tenant_id = e.tenant_id AND e.source_kind = 'cheque' AND c.id = e.source_id
         WHERE l.tenant_id = $1 AND l.dealer_id = $2 AND ($3::text IS NULL OR a.name = $3)) line
 WHERE posted_on BETWEEN $4::date AND $5::date
   AND (posted_on, entry_order, line_order) > ($6::date, $7::bigint, $8::bigint)
 ORDER BY posted_on, entry_order, line_order
 LIMIT $9::int
