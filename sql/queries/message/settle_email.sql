-- What became of an e-mail that was claimed: $3 status, $4 why not, $5 when it is tried again, $6 when it was handed over.
UPDATE notifications SET status = $3, failure_code = $4, next_attempt_at = $5, sent_at = $6, provider = 'smtp'
 WHERE tenant_id = $1 AND id = $2 AND channel = 'email' AND status = 'sending'
