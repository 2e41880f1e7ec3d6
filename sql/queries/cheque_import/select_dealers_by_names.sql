-- All dealers that the caller may see; a tenant has thousands of them at the most.
SELECT id, code, company_name FROM dealer_profiles WHERE tenant_id = $1 ORDER BY id LIMIT 50000
