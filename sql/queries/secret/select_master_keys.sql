-- The master keys by which the tenants' keys are wrapped; run by the owner.
SELECT DISTINCT master_key FROM tenant_keys ORDER BY master_key
