-- Files that people attach to a record: the picture of a cheque, a vendor's papers. What a file is does not change; it can be removed, which
-- says by whom and when, and brought back until its bytes are swept.
SET LOCAL search_path = app, public;

CREATE TABLE record_files (
    tenant_id   bigint      NOT NULL CONSTRAINT record_files_tenant_fkey REFERENCES tenants (id),
    id          bigint      NOT NULL DEFAULT next_id(),
    entity      text        NOT NULL CONSTRAINT record_files_entity_form CHECK (entity ~ '^[a-z][a-z0-9_]{0,62}$'),
    record_id   bigint      NOT NULL,
    file_name   text        NOT NULL CONSTRAINT record_files_file_name_length CHECK (length(file_name) BETWEEN 1 AND 200),
    media_type  text        NOT NULL CONSTRAINT record_files_media_type_form CHECK (media_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
    size_bytes  integer     NOT NULL CONSTRAINT record_files_size_bytes_range CHECK (size_bytes BETWEEN 1 AND 1073741824),
    sha256      bytea       NOT NULL CONSTRAINT record_files_sha256_length CHECK (length(sha256) = 32),
    storage_key text        NOT NULL CONSTRAINT record_files_storage_key_length CHECK (length(storage_key) BETWEEN 1 AND 500),
    uploaded_by bigint      NOT NULL,
    removed_by  bigint,
    removed_at  timestamptz,
    version     integer     NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT record_files_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT record_files_storage_key_key UNIQUE (tenant_id, storage_key),
    CONSTRAINT record_files_uploaded_by_fkey FOREIGN KEY (tenant_id, uploaded_by) REFERENCES users (tenant_id, id),
    CONSTRAINT record_files_removed_by_fkey FOREIGN KEY (tenant_id, removed_by) REFERENCES users (tenant_id, id),
    CONSTRAINT record_files_removed_whole CHECK ((removed_by IS NULL) = (removed_at IS NULL))
);
COMMENT ON TABLE record_files IS 'Files attached to a record. The bytes lie in the file store.';
COMMENT ON COLUMN record_files.entity IS 'Which kind of record, as the API names it: orders.';
COMMENT ON COLUMN record_files.record_id IS 'The record; of many tables, hence no foreign key. The program asks for the record before it reads or writes its files.';
COMMENT ON COLUMN record_files.file_name IS 'As its sender named it, without what a file system or a reader could stumble over.';
COMMENT ON COLUMN record_files.media_type IS 'By its content, not by its name.';
COMMENT ON COLUMN record_files.size_bytes IS 'At most 1 GiB; the server''s limit is lower.';
COMMENT ON COLUMN record_files.sha256 IS 'Of the bytes.';
COMMENT ON COLUMN record_files.storage_key IS 'Where the bytes lie in the file store: it names the tenant and nothing else.';
CREATE INDEX record_files_record ON record_files (tenant_id, entity, record_id, id);
CREATE INDEX record_files_uploaded_by ON record_files (tenant_id, uploaded_by);
CREATE INDEX record_files_removed_by ON record_files (tenant_id, removed_by) WHERE removed_by IS NOT NULL;

-- As with notes: the staff's files are the staff's; an outsider has their own.
SELECT protect_table('record_files', 'write', '{"outsider": "uploaded_by = @actor"}', '{"outsider": "uploaded_by = @actor"}');
REVOKE UPDATE ON record_files FROM nextgen_server;
GRANT UPDATE (removed_by, removed_at) ON record_files TO nextgen_server;

-- Who looks at a record is told that its files changed, by the record's id.
CREATE FUNCTION note_record_files() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
BEGIN
    -- The first version of something that has no versions: without one it would be gone.
    INSERT INTO record_changes (tenant_id, table_name, row_id, version, actor_id)
    SELECT DISTINCT r.tenant_id, r.entity || '.files', r.record_id, 1, nullif(current_setting('app.actor_id', true), '')::bigint
      FROM changed_rows r;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION note_record_files() IS 'Notes of which records a statement changed the files.';
ALTER FUNCTION note_record_files() OWNER TO nextgen_definer;
COMMENT ON COLUMN record_changes.table_name IS
    'The table, of a partitioned one its own name, not the month''s; inbox: what a person was told, whose id is the row''s; orders.files: the
     files of an order, whose id is the row''s.';
DO $$
DECLARE
    one text[];
BEGIN
    FOREACH one SLICE 1 IN ARRAY ARRAY[['insert', 'NEW'], ['update', 'NEW'], ['delete', 'OLD']] LOOP
        EXECUTE format('DROP TRIGGER note_%s ON record_files', one[1]);
        EXECUTE format('CREATE TRIGGER note_%1$s AFTER %1$s ON record_files REFERENCING %2$s TABLE AS changed_rows
                        FOR EACH STATEMENT EXECUTE FUNCTION note_record_files()', one[1], one[2]);
    END LOOP;
END $$;

INSERT INTO permissions (name) VALUES ('files.remove');
INSERT INTO role_permissions (tenant_id, role, permission)
SELECT t.id, r.role, r.permission FROM tenants t CROSS JOIN built_in_rights() r WHERE r.permission = 'files.remove'
ON CONFLICT (tenant_id, role, permission) DO NOTHING;
