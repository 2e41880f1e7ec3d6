-- Into the outbox; whoever sends it puts the token of the reset $3 in the place of {token}. $4 and $5: title and text in Persian, $6 and $7 in
-- English.
INSERT INTO notifications (tenant_id, user_id, channel, code, language, recipient, title, body, source_kind, source_id)
SELECT tenant_id, id, 'email', 'password_reset', language, email, CASE language WHEN 'fa' THEN $4 ELSE $6 END,
       CASE language WHEN 'fa' THEN $5 ELSE $7 END, 'password_resets', $3
  FROM users
 WHERE tenant_id = $1 AND id = $2
