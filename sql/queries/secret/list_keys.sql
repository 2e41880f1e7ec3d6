SELECT t.slug, k.purpose, k.key_version, k.state, k.master_key, k.created_at
  FROM tenant_keys k
  JOIN tenants t ON t.id = k.tenant_id
 ORDER BY t.slug, k.purpose, k.key_version
