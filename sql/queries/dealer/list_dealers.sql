SELECT id, code, company_name, tier, status, credit_limit, version, created_at, updated_at, search_key
  FROM dealer_profiles
 WHERE tenant_id = $1
