SELECT purpose, key_version, state, master_key, wrapped_key
  FROM tenant_keys
 WHERE tenant_id = $1
 ORDER BY purpose, key_version
