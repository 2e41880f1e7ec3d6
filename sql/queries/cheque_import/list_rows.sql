-- The rows of an import with the twins of duplicates.
SELECT *
  FROM (SELECT r.tenant_id, r.cheque_import_id, r.id, r.row, r.version, r.state, r.is_repaired AS repaired, r.raw_cipher, r.dealer_id,
               r.sayad_id, r.amount, r.due_on, r.bank_code, r.bank_name, r.branch, r.series, r.serial, r.account_number, r.iban_cipher,
               r.drawer_name, r.drawer_national_id_cipher, r.dealer, r.description, r.errors, r.twin_row,
               r.twin_cheque_id, coalesce(t.sayad_id, c.sayad_id) AS twin_sayad_id, coalesce(t.amount, c.amount) AS twin_amount,
               coalesce(t.due_on, c.due_on) AS twin_due_on
          FROM cheque_import_rows r
          LEFT JOIN cheque_import_rows t
                 ON t.tenant_id = r.tenant_id AND t.cheque_import_id = r.cheque_import_id AND t.row = r.twin_row
          LEFT JOIN cheques c ON c.tenant_id = r.tenant_id AND c.id = r.twin_cheque_id) import_row
 WHERE tenant_id = $1 AND cheque_import_id = $2
