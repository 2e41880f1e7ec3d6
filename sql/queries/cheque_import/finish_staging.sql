UPDATE cheque_imports
   SET state = 'staged', format = $3, sheet = $4, header_row = $5, amount_unit = $6, columns = $7
 WHERE tenant_id = $1 AND id = $2
