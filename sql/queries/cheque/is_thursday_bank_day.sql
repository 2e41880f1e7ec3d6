SELECT coalesce((SELECT value = 'true'::jsonb FROM settings WHERE tenant_id = $1 AND key = 'cheque.thursday_is_bank_day'), false) AS is_open
