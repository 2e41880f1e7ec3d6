-- $3: the hashes of the new set; with none the old one is gone.
WITH gone AS (DELETE FROM recovery_codes WHERE tenant_id = $1 AND user_id = $2)
INSERT INTO recovery_codes (tenant_id, user_id, code_hash) SELECT $1, $2, code FROM unnest($3::bytea[]) code
