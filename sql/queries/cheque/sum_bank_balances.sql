SELECT coalesce(sum(balance_amount), 0)::bigint AS amount, min(balance_on) AS balance_on FROM bank_accounts
 WHERE tenant_id = $1 AND is_active AND balance_on IS NOT NULL
