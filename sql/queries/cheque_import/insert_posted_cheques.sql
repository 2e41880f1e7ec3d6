INSERT INTO cheques (tenant_id, id, dealer_id, sayad_id, amount, due_on, bank_code, bank_name, branch, series, serial, account_number,
                     iban_cipher, iban_last4, drawer_name, drawer_national_id_cipher, drawer_national_id_index, drawer_national_id_last4,
                     description, search_key, cheque_import_id)
SELECT tenant_id, id, dealer_id, sayad_id, amount, due_on, bank_code, bank_name, branch, series, serial, account_number, iban_cipher,
       iban_last4, drawer_name, drawer_national_id_cipher, drawer_national_id_index, drawer_national_id_last4, description,
       search_key, cheque_import_id
  FROM cheque_import_rows
 WHERE tenant_id = $1 AND cheque_import_id = $2 AND state = 'ready'
