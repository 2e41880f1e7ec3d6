-- What happens is told to those whom it concerns, by whoever's request: an accountant's import to the dealer's other people, a bounced
-- cheque to the staff. Whose inbox changed is noted like a record's change, so that no client has to ask for it by itself.
SET LOCAL search_path = app, public;

CREATE FUNCTION send_notice(code text, source_kind text, source_id bigint, title text, body text, dealer bigint, staff_right text, also bigint,
                            besides bigint) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
    WITH tenant AS (
        SELECT nullif(current_setting('app.tenant_id', true), '')::bigint AS id
    ), concerned AS (
        SELECT send_notice.also AS user_id
        UNION
        SELECT a.user_id FROM user_role_assignments a JOIN tenant t ON a.tenant_id = t.id WHERE a.dealer_id = send_notice.dealer
        UNION
        -- Staff are few and found by their roles; of outsiders there may be millions.
        SELECT a.user_id
          FROM user_role_assignments a
          JOIN tenant t ON a.tenant_id = t.id
          JOIN role_permissions p ON p.tenant_id = a.tenant_id AND p.role = a.role AND p.permission = send_notice.staff_right
         WHERE a.role NOT IN ('DEALER', 'VENDOR', 'EXECUTOR', 'CUSTOMER')
    ), told AS (
        INSERT INTO notifications (tenant_id, user_id, channel, code, title, body, source_kind, source_id, status, sent_at, delivered_at)
        SELECT u.tenant_id, u.id, 'in_app', send_notice.code, left(send_notice.title, 300), send_notice.body, send_notice.source_kind,
               send_notice.source_id, 'delivered', now(), now()
          FROM concerned c
          JOIN tenant t ON true
          JOIN users u ON u.tenant_id = t.id AND u.id = c.user_id AND u.is_active
         WHERE u.id IS DISTINCT FROM send_notice.besides
         ORDER BY u.id
         LIMIT 100
        RETURNING 1
    )
    SELECT count(*) FROM told
$$;
COMMENT ON FUNCTION send_notice(text, text, bigint, text, text, bigint, text, bigint, bigint) IS
    'Puts a notice into the inbox of a dealer''s people, of the staff with a right and of one more person, besides one (who did it); of the
     tenant set, a hundred people at most. How many were told. Null tells nobody of that kind.';
ALTER FUNCTION send_notice(text, text, bigint, text, text, bigint, text, bigint, bigint) OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION send_notice(text, text, bigint, text, text, bigint, text, bigint, bigint) TO nextgen_server;
GRANT SELECT, INSERT, DELETE ON notifications TO nextgen_definer;
CREATE INDEX user_role_assignments_staff ON user_role_assignments (tenant_id, role, user_id)
    WHERE role NOT IN ('DEALER', 'VENDOR', 'EXECUTOR', 'CUSTOMER');
COMMENT ON INDEX user_role_assignments_staff IS 'Whom among the staff something concerns: send_notice().';

CREATE FUNCTION note_inboxes() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
BEGIN
    -- The first version of something that has no versions: without one it would be gone.
    INSERT INTO record_changes (tenant_id, table_name, row_id, version)
    SELECT DISTINCT r.tenant_id, 'inbox', r.user_id, 1 FROM changed_rows r WHERE r.channel = 'in_app';
    RETURN NULL;
END $$;
COMMENT ON FUNCTION note_inboxes() IS 'Notes whose inbox has something new, or was read.';
ALTER FUNCTION note_inboxes() OWNER TO nextgen_definer;
CREATE TRIGGER note_insert AFTER INSERT ON notifications REFERENCING NEW TABLE AS changed_rows
    FOR EACH STATEMENT EXECUTE FUNCTION note_inboxes();
CREATE TRIGGER note_update AFTER UPDATE ON notifications REFERENCING NEW TABLE AS changed_rows
    FOR EACH STATEMENT EXECUTE FUNCTION note_inboxes();
COMMENT ON COLUMN record_changes.table_name IS
    'The table, of a partitioned one its own name, not the month''s; inbox: what a person was told, whose id is the row''s.';

CREATE FUNCTION forget_notices() RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
    WITH placed AS (
        SELECT tenant_id, id, created_at, row_number() OVER (PARTITION BY tenant_id, user_id ORDER BY id DESC) AS place
          FROM notifications
         WHERE channel = 'in_app'
    ), gone AS (
        DELETE FROM notifications n
         USING placed p
         WHERE n.tenant_id = p.tenant_id AND n.id = p.id AND (p.place > 1000 OR p.created_at < now() - interval '180 days')
        RETURNING 1
    )
    SELECT count(*) FROM gone
$$;
COMMENT ON FUNCTION forget_notices() IS
    'Deletes notices in inboxes that are older than 180 days, and of each person all but the newest 1,000, of all tenants; how many.';
ALTER FUNCTION forget_notices() OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION forget_notices() TO nextgen_server;
