-- The tokens before it are over. $3 id, $4 hash of the token, $5 its ciphertext, $6 seconds that it holds.
WITH former AS (
    UPDATE password_resets SET expires_at = now() WHERE tenant_id = $1 AND user_id = $2 AND used_at IS NULL AND expires_at > now()
)
INSERT INTO password_resets (tenant_id, user_id, id, token_hash, token_cipher, expires_at)
VALUES ($1, $2, $3, $4, $5, now() + $6::integer * interval '1 second')
