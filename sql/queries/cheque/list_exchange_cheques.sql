SELECT i.is_in, c.id, c.sayad_id, c.dealer_id, d.company_name AS dealer_name, c.amount, c.due_on, c.status, c.bank_code, c.bank_name, c.branch,
       c.series, c.serial, c.account_number, c.iban_last4 AS iban, c.drawer_name, c.drawer_national_id_last4 AS drawer_national_id,
       c.description, c.cheque_import_id, c.version, c.created_at, c.updated_at
  FROM cheque_exchange_items i
  JOIN cheques c ON c.tenant_id = i.tenant_id AND c.id = i.cheque_id
  JOIN dealer_profiles d ON d.tenant_id = c.tenant_id AND d.id = c.dealer_id
 WHERE i.tenant_id = $1 AND i.exchange_id = $2
 ORDER BY i.is_in, c.due_on, c.id
