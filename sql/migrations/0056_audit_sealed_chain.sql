-- Proof that the audit trail is as it was written. The server seals its rows, a moment after their commit, into a chain for each
-- tenant: every row has a MAC over itself and over the MAC before it, by a key that the database holds wrapped only. Writers are not
-- put in line for that: they leave the row's id in a queue, by an insert of their own, and one thread of the server empties it.
SET LOCAL search_path = app, public;

ALTER TABLE tenant_keys DROP CONSTRAINT tenant_keys_purpose_known;
ALTER TABLE tenant_keys ADD CONSTRAINT tenant_keys_purpose_known CHECK (purpose IN ('data', 'index', 'audit'));
COMMENT ON COLUMN tenant_keys.purpose IS 'data: encrypts ..._cipher; index: makes ..._index; audit: seals the audit trail.';

CREATE TABLE audit_unsealed (
    tenant_id bigint NOT NULL,
    id        bigint NOT NULL,
    CONSTRAINT audit_unsealed_pkey PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE audit_unsealed IS 'Rows of the audit trail that are not sealed yet: a queue that the server empties within a second.';
SELECT protect_table('audit_unsealed', 'work');
REVOKE INSERT, UPDATE ON audit_unsealed FROM nextgen_server;
GRANT SELECT, INSERT ON audit_unsealed TO nextgen_definer;

CREATE FUNCTION await_seal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
BEGIN
    INSERT INTO audit_unsealed (tenant_id, id) VALUES (NEW.tenant_id, NEW.id);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION await_seal() IS 'Puts a new row of the audit trail into the queue of those to be sealed.';
ALTER FUNCTION await_seal() OWNER TO nextgen_definer;
-- What is there already is sealed first: from then on it cannot change unseen.
INSERT INTO audit_unsealed (tenant_id, id) SELECT tenant_id, id FROM audit_logs;
CREATE TRIGGER await_seal AFTER INSERT ON audit_logs FOR EACH ROW EXECUTE FUNCTION await_seal();

CREATE TABLE audit_seals (
    tenant_id   bigint      NOT NULL,
    id          bigint      NOT NULL,
    sealed_at   timestamptz NOT NULL,
    is_drained  boolean     NOT NULL,
    key_version integer     NOT NULL,
    log_ids     bigint[]    NOT NULL,
    macs        bytea       NOT NULL,
    mac         bytea       NOT NULL,
    CONSTRAINT audit_seals_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT audit_seals_one_mac_each CHECK (octet_length(macs) = 16 * cardinality(log_ids) AND octet_length(mac) = 32)
);
COMMENT ON TABLE audit_seals IS 'The chain that proves the audit trail: rows sealed together, in the order of their ids.';
COMMENT ON COLUMN audit_seals.id IS 'The number of its last entry: a tenant''s entries are counted without a gap.';
COMMENT ON COLUMN audit_seals.sealed_at IS 'When.';
COMMENT ON COLUMN audit_seals.is_drained IS 'Nothing was left to be sealed then: a later row is younger than this, but for what its transaction took.';
COMMENT ON COLUMN audit_seals.key_version IS 'Of the tenant''s key of purpose audit.';
COMMENT ON COLUMN audit_seals.log_ids IS 'The rows of audit_logs, one an entry.';
COMMENT ON COLUMN audit_seals.macs IS '16 bytes an entry: over the MAC before it, its number and the row''s content.';
COMMENT ON COLUMN audit_seals.mac IS 'Over the last of them and over this row; the first entry of the next seal goes on from it.';
SELECT protect_table('audit_seals', 'append');

CREATE TABLE audit_anchors (
    tenant_id   bigint      NOT NULL,
    id          bigint      NOT NULL DEFAULT next_id(),
    made_at     timestamptz NOT NULL,
    entries     bigint      NOT NULL,
    head        bytea       NOT NULL,
    key_version integer     NOT NULL,
    mac         bytea       NOT NULL,
    CONSTRAINT audit_anchors_pkey PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE audit_anchors IS 'How long a chain was on a day, so that a cut end is seen. The same lines are written to a file outside the database.';
COMMENT ON COLUMN audit_anchors.made_at IS 'When.';
COMMENT ON COLUMN audit_anchors.entries IS 'How many entries the chain had.';
COMMENT ON COLUMN audit_anchors.head IS 'The MAC of its last seal.';
COMMENT ON COLUMN audit_anchors.key_version IS 'Of the tenant''s key of purpose audit.';
COMMENT ON COLUMN audit_anchors.mac IS 'Over all of it.';
SELECT protect_table('audit_anchors', 'append');

CREATE FUNCTION tenants_to_seal() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
    SELECT DISTINCT tenant_id FROM audit_unsealed
$$;
COMMENT ON FUNCTION tenants_to_seal() IS 'Tenants with rows of the audit trail that are not sealed yet.';
ALTER FUNCTION tenants_to_seal() OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION tenants_to_seal() TO nextgen_server;

CREATE FUNCTION tenants_to_anchor(before timestamptz) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
    SELECT t.id
      FROM tenants t
     WHERE EXISTS (SELECT FROM audit_seals s WHERE s.tenant_id = t.id)
       AND NOT EXISTS (SELECT FROM audit_anchors a
                        WHERE a.tenant_id = t.id AND a.made_at >= before
                          AND a.entries = (SELECT max(s.id) FROM audit_seals s WHERE s.tenant_id = t.id))
$$;
COMMENT ON FUNCTION tenants_to_anchor(timestamptz) IS 'Tenants with a chain of which no anchor made since then tells the whole length.';
ALTER FUNCTION tenants_to_anchor(timestamptz) OWNER TO nextgen_definer;
GRANT SELECT ON tenants, audit_seals, audit_anchors TO nextgen_definer;
GRANT EXECUTE ON FUNCTION tenants_to_anchor(timestamptz) TO nextgen_server;

CREATE VIEW audit_log_list WITH (security_invoker = true) AS
    SELECT l.*, NOT EXISTS (SELECT FROM audit_unsealed u WHERE u.tenant_id = l.tenant_id AND u.id = l.id) AS is_sealed
      FROM audit_logs l;
COMMENT ON VIEW audit_log_list IS 'The audit trail, and whether each row is sealed already.';
GRANT SELECT ON audit_log_list TO nextgen_server, nextgen_reader;

CREATE INDEX audit_logs_acts ON audit_logs (tenant_id, action, id) WHERE action NOT IN ('insert', 'update', 'delete');
COMMENT ON INDEX audit_logs_acts IS 'What is rare among the changes: sign-ins, refusals, exports.';
