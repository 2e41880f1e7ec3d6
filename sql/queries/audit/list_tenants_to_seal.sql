SELECT tenants_to_seal AS id FROM tenants_to_seal()
