SELECT code, company_name, search_key, id FROM dealer_profiles WHERE tenant_id = $1 ORDER BY id LIMIT 50000
