INSERT INTO cheque_import_rows (tenant_id, cheque_import_id, id, row, state, raw_cipher, is_repaired, dealer_id, sayad_id, amount, due_on,
                                bank_code, bank_name, branch, series, serial, account_number, iban_cipher, iban_last4, drawer_name,
                                drawer_national_id_cipher, drawer_national_id_index, drawer_national_id_last4, dealer, description,
                                search_key, errors)
SELECT $1, $2, id, row, state, raw_cipher, is_repaired, dealer_id, sayad_id, amount, due_on, bank_code, bank_name, branch, series, serial,
       account_number, iban_cipher, iban_last4, drawer_name, drawer_national_id_cipher, drawer_national_id_index,
       drawer_national_id_last4, dealer, description, search_key, errors
  FROM staged_rows
 ORDER BY row
