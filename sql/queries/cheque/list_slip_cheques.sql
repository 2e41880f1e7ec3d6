SELECT *
  FROM (SELECT i.tenant_id, i.slip_id, c.id, c.sayad_id, c.dealer_id, d.company_name AS dealer_name, c.amount, c.due_on, c.status, c.bank_code,
               c.bank_name, c.branch, c.series, c.serial, c.account_number, c.iban_last4 AS iban, c.drawer_name,
               c.drawer_national_id_last4 AS drawer_national_id, c.description, c.cheque_import_id, c.version, c.created_at, c.updated_at
          FROM cheque_slip_items i
          JOIN cheques c ON c.tenant_id = i.tenant_id AND c.id = i.cheque_id
          JOIN dealer_profiles d ON d.tenant_id = c.tenant_id AND d.id = c.dealer_id) cheque
 WHERE tenant_id = $1 AND slip_id = $2
