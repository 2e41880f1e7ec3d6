UPDATE cheque_import_rows
   SET state = $4, dealer_id = $5, sayad_id = $6, amount = $7, due_on = $8, bank_code = $9, bank_name = $10, branch = $11, series = $12,
       serial = $13, account_number = $14, drawer_name = $15, dealer = $16, description = $17, search_key = $18, errors = $19,
       raw_cipher = $20, is_repaired = $21, iban_cipher = $22, iban_last4 = $23, drawer_national_id_cipher = $24,
       drawer_national_id_index = $25, drawer_national_id_last4 = $26, twin_row = NULL, twin_cheque_id = NULL, version = version + 1
 WHERE tenant_id = $1 AND cheque_import_id = $2 AND row = $3
