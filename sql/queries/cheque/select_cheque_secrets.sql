SELECT iban_cipher, drawer_national_id_cipher FROM cheques WHERE tenant_id = $1 AND id = $2
