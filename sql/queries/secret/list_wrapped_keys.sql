SELECT tenant_id, id, purpose, key_version, master_key, wrapped_key
  FROM tenant_keys
 ORDER BY tenant_id, id
   FOR UPDATE
