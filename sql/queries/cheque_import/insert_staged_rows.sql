INSERT INTO cheque_import_rows (tenant_id, cheque_import_id, row, state, cells, dealer_id, sayad_id, amount, due_on, bank_code, bank_name,
                                branch, series, serial, account_number, iban, drawer_name, drawer_national_id, dealer, description,
                                search_key, repairs, errors)
SELECT $1, $2, row, state, cells, dealer_id, sayad_id, amount, due_on, bank_code, bank_name, branch, series, serial, account_number, iban,
       drawer_name, drawer_national_id, dealer, description, search_key, repairs, errors
  FROM staged_rows
 ORDER BY row
