SELECT tenants_to_anchor AS id FROM tenants_to_anchor($1)
