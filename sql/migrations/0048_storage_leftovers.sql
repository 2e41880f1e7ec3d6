-- Objects lie outside of the database, where no rollback reaches them. What nobody may refer to any more is written down here before it can
-- be forgotten: an upload before its object is stored, a file that was removed. The server sweeps what is due.
SET LOCAL search_path = app, public;

CREATE TABLE storage_leftovers (
    tenant_id   bigint      NOT NULL CONSTRAINT storage_leftovers_tenant_fkey REFERENCES tenants (id),
    id          bigint      NOT NULL DEFAULT next_id(),
    storage_key text        NOT NULL CONSTRAINT storage_leftovers_storage_key_length CHECK (length(storage_key) BETWEEN 1 AND 500),
    left_by     bigint      NOT NULL,
    due_at      timestamptz NOT NULL,
    CONSTRAINT storage_leftovers_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT storage_leftovers_key UNIQUE (tenant_id, storage_key),
    CONSTRAINT storage_leftovers_left_by_fkey FOREIGN KEY (tenant_id, left_by) REFERENCES users (tenant_id, id)
);
COMMENT ON TABLE storage_leftovers IS 'Objects of the file store that go when they are due, unless somebody refers to them before.';
COMMENT ON COLUMN storage_leftovers.storage_key IS 'The object.';
COMMENT ON COLUMN storage_leftovers.left_by IS 'Who uploaded or removed it.';
COMMENT ON COLUMN storage_leftovers.due_at IS 'When it goes: an hour after an upload began, 30 days after a file was removed.';
CREATE INDEX storage_leftovers_due ON storage_leftovers (due_at);
COMMENT ON INDEX storage_leftovers_due IS 'What is to be swept, of all tenants.';
CREATE INDEX storage_leftovers_left_by ON storage_leftovers (tenant_id, left_by);

SELECT protect_table('storage_leftovers', 'work', '{"outsider": "left_by = @actor"}', '{"outsider": "left_by = @actor"}');
REVOKE UPDATE ON storage_leftovers FROM nextgen_server;
GRANT SELECT, DELETE ON storage_leftovers TO nextgen_definer;

CREATE FUNCTION due_leftovers(most integer) RETURNS TABLE (tenant_id bigint, id bigint, storage_key text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
    SELECT l.tenant_id, l.id, l.storage_key FROM storage_leftovers l WHERE l.due_at < now() ORDER BY l.due_at LIMIT least(most, 1000)
$$;
COMMENT ON FUNCTION due_leftovers(integer) IS 'Objects that are to go now, of all tenants, the longest due first.';
ALTER FUNCTION due_leftovers(integer) OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION due_leftovers(integer) TO nextgen_server;

CREATE FUNCTION forget_leftover(tenant bigint, leftover bigint) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
    DELETE FROM storage_leftovers l WHERE l.tenant_id = tenant AND l.id = leftover AND l.due_at < now()
$$;
COMMENT ON FUNCTION forget_leftover(bigint, bigint) IS 'Strikes an object off the list that was due and is gone.';
ALTER FUNCTION forget_leftover(bigint, bigint) OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION forget_leftover(bigint, bigint) TO nextgen_server;
