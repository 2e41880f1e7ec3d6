SELECT tenant_id, id, code, recipient, title, body, source_id, attempts FROM claim_emails($1)
