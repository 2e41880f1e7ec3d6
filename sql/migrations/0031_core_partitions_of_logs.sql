-- The audit trail and the program's events grow for ever: they move into monthly partitions, with all that kept them.
SET LOCAL search_path = app, public;

ALTER TABLE audit_logs RENAME TO audit_logs_before;
ALTER TABLE audit_logs_before RENAME CONSTRAINT audit_logs_pkey TO audit_logs_before_pkey;
ALTER INDEX audit_logs_row RENAME TO audit_logs_before_row;
CREATE TABLE audit_logs (
    LIKE audit_logs_before INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING COMMENTS,
    CONSTRAINT audit_logs_pkey PRIMARY KEY (tenant_id, id)
) PARTITION BY RANGE (id);
COMMENT ON TABLE audit_logs IS 'Who changed what and when, by trigger; also sign-ins and bulk work. Append-only.';
CREATE INDEX audit_logs_row ON audit_logs (tenant_id, table_name, row_id, id);
CREATE INDEX audit_logs_actor ON audit_logs (tenant_id, actor_id, id) WHERE actor_id IS NOT NULL;
CREATE INDEX audit_logs_at ON audit_logs USING brin (at) WITH (pages_per_range = 32);
COMMENT ON INDEX audit_logs_row IS 'A record''s history.';
COMMENT ON INDEX audit_logs_actor IS 'What a person did.';
COMMENT ON INDEX audit_logs_at IS 'Spans of time over all tenants; a thousandth of a b-tree''s size.';
SELECT protect_table('audit_logs', 'append', '{}', '{"outsider": "true"}');
GRANT INSERT ON audit_logs TO nextgen_definer;
SELECT partition_table('audit_logs');

ALTER TABLE system_events RENAME TO system_events_before;
ALTER TABLE system_events_before RENAME CONSTRAINT system_events_pkey TO system_events_before_pkey;
CREATE TABLE system_events (
    LIKE system_events_before INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING COMMENTS,
    CONSTRAINT system_events_pkey PRIMARY KEY (id)
) PARTITION BY RANGE (id);
COMMENT ON TABLE system_events IS 'What happened to the program as a whole: starts, migrations, failures. Belongs to no tenant.';
CREATE INDEX system_events_kind ON system_events (kind, id);
CREATE INDEX system_events_level ON system_events (level, id) WHERE level <> 'info';
COMMENT ON INDEX system_events_level IS 'What went wrong.';
GRANT INSERT ON system_events TO nextgen_server;
GRANT SELECT ON system_events TO nextgen_reader;
SELECT partition_table('system_events');

SELECT ensure_partitions(3, greatest(date '2023-01-01', least(current_date,
           (SELECT min(at)::date - 1 FROM audit_logs_before), (SELECT min(at)::date - 1 FROM system_events_before))));
INSERT INTO audit_logs SELECT * FROM audit_logs_before;
INSERT INTO system_events SELECT * FROM system_events_before;
DROP TABLE audit_logs_before, system_events_before;
