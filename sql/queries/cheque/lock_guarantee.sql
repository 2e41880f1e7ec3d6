SELECT id, status, holder_name, amount, sayad_id, bank_code, series, serial, due_on, dealer_id, purpose
  FROM guarantee_cheques
 WHERE tenant_id = $1 AND id = $2
   FOR NO KEY UPDATE
