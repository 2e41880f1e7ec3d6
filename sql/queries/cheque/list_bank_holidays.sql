SELECT holiday_on, title_fa FROM bank_holidays WHERE tenant_id = $1 AND holiday_on BETWEEN $2::date AND $3::date ORDER BY holiday_on LIMIT 2000
