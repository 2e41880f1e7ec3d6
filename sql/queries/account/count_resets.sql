-- How often a reset was asked for within the hour; what is older than a day is swept away.
WITH gone AS (DELETE FROM password_resets WHERE tenant_id = $1 AND user_id = $2 AND created_at < now() - interval '1 day')
SELECT count(*) AS resets FROM password_resets WHERE tenant_id = $1 AND user_id = $2 AND created_at > now() - interval '1 hour'
