-- The outbox is emptied by servers, each of which takes what no other has.
SET LOCAL search_path = app, public;

CREATE FUNCTION claim_emails(most integer)
RETURNS TABLE (tenant_id bigint, id bigint, code text, recipient text, title text, body text, source_id bigint, attempts integer)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
    WITH due AS (
        SELECT m.tenant_id, m.id
          FROM tenants t
         CROSS JOIN LATERAL (
               SELECT n.tenant_id, n.id
                 FROM notifications n
                WHERE n.tenant_id = t.id AND n.channel = 'email' AND n.status IN ('queued', 'sending')
                  AND (n.next_attempt_at IS NULL OR n.next_attempt_at <= now())
                ORDER BY n.id
                LIMIT least(claim_emails.most, 100)
                  FOR UPDATE SKIP LOCKED) m
         WHERE t.is_active
         LIMIT least(claim_emails.most, 100)
    )
    UPDATE notifications n
       SET status = 'sending', attempts = n.attempts + 1, next_attempt_at = now() + interval '10 minutes'
      FROM due
     WHERE n.tenant_id = due.tenant_id AND n.id = due.id
    RETURNING n.tenant_id, n.id, n.code, n.recipient, n.title, n.body, n.source_id, n.attempts
$$;
COMMENT ON FUNCTION claim_emails(integer) IS
    'E-mails that are to be sent now, of all tenants, for whoever calls alone; what that one does not settle within ten minutes is due again.';
ALTER FUNCTION claim_emails(integer) OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION claim_emails(integer) TO nextgen_server;
GRANT UPDATE (status, attempts, next_attempt_at) ON notifications TO nextgen_definer;
