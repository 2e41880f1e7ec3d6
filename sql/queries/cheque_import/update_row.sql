UPDATE cheque_import_rows
   SET state = $4, dealer_id = $5, sayad_id = $6, amount = $7, due_on = $8, bank_code = $9, bank_name = $10, branch = $11, series = $12,
       serial = $13, account_number = $14, iban = $15, drawer_name = $16, drawer_national_id = $17, dealer = $18, description = $19,
       search_key = $20, corrections = $21, repairs = $22, errors = $23, twin_row = NULL, twin_cheque_id = NULL, version = version + 1
 WHERE tenant_id = $1 AND cheque_import_id = $2 AND row = $3
