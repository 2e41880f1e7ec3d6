-- What people write about a record, beside its fields: for those who may read the record. A note is never changed; its author can take
-- it back for a while, which the audit trail keeps.
SET LOCAL search_path = app, public;

CREATE TABLE record_notes (
    tenant_id  bigint      NOT NULL CONSTRAINT record_notes_tenant_fkey REFERENCES tenants (id),
    id         bigint      NOT NULL DEFAULT next_id(),
    entity     text        NOT NULL CONSTRAINT record_notes_entity_form CHECK (entity ~ '^[a-z][a-z0-9_]{0,62}$'),
    record_id  bigint      NOT NULL,
    author_id  bigint      NOT NULL,
    body       text        NOT NULL CONSTRAINT record_notes_body_length CHECK (length(body) BETWEEN 1 AND 4000),
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT record_notes_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT record_notes_author_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES users (tenant_id, id)
);
CREATE INDEX record_notes_record ON record_notes (tenant_id, entity, record_id, id);
CREATE INDEX record_notes_author ON record_notes (tenant_id, author_id);
COMMENT ON TABLE record_notes IS 'What people wrote about a record; shown beside it, newest first.';
COMMENT ON COLUMN record_notes.entity IS 'Which kind of record, as the API names it: orders.';
COMMENT ON COLUMN record_notes.record_id IS 'The record; of many tables, hence no foreign key. The program asks for the record before it reads or writes its notes.';
COMMENT ON COLUMN record_notes.body IS 'Plain text, up to 4,000 letters.';

-- The staff's notes are the staff's; an outsider has their own.
SELECT protect_table('record_notes', 'work', '{"outsider": "author_id = @actor"}', '{"outsider": "author_id = @actor"}');
REVOKE UPDATE ON record_notes FROM nextgen_server;
CREATE TRIGGER audit AFTER INSERT OR DELETE ON record_notes FOR EACH ROW EXECUTE FUNCTION audit_row();
