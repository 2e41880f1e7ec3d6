-- Last, since others wait for the balances that it moves until the commit.
INSERT INTO ledger_lines (tenant_id, id, entry_id, account_id, dealer_id, amount, posted_on)
SELECT r.tenant_id, next_id_beside(r.id), r.id, a.id, r.dealer_id, CASE a.name WHEN $3 THEN r.amount ELSE -r.amount END, $5::date
  FROM cheque_import_rows r
  JOIN ledger_accounts a ON a.tenant_id = r.tenant_id AND a.name IN ($3, $4)
 WHERE r.tenant_id = $1 AND r.cheque_import_id = $2 AND r.state = 'ready'
