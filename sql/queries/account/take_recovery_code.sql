-- No row when the code is none of the person's, or was used.
UPDATE recovery_codes SET used_at = now()
 WHERE tenant_id = $1 AND user_id = $2 AND code_hash = $3 AND used_at IS NULL
RETURNING (SELECT count(*) FROM recovery_codes o
            WHERE o.tenant_id = $1 AND o.user_id = $2 AND o.used_at IS NULL AND o.code_hash <> $3) AS codes_left
