-- Workbooks of cheques on their way in: staged, looked at, mended, posted in one go, undone.
SET LOCAL search_path = app, public;

CREATE TABLE cheque_imports (
    tenant_id      bigint      NOT NULL CONSTRAINT cheque_imports_tenant_fkey REFERENCES tenants (id),
    id             bigint      NOT NULL DEFAULT next_id(),
    dealer_id      bigint,
    file_name      text        NOT NULL CHECK (length(file_name) <= 255),
    file_hash      bytea       NOT NULL,
    format         text        NOT NULL DEFAULT '',
    sheet          text        NOT NULL DEFAULT '',
    header_row     integer     NOT NULL DEFAULT 0,
    amount_unit    text        NOT NULL DEFAULT 'rial' CHECK (amount_unit IN ('rial', 'toman')),
    columns        jsonb       NOT NULL DEFAULT '[]',
    state          text        NOT NULL DEFAULT 'staging' CHECK (state IN ('staging', 'staged', 'committed', 'undone', 'failed')),
    error_code     text        NOT NULL DEFAULT '',
    rows_read      integer     NOT NULL DEFAULT 0,
    rows_total     integer     NOT NULL DEFAULT 0,
    rows_ready     integer     NOT NULL DEFAULT 0,
    rows_repaired  integer     NOT NULL DEFAULT 0,
    rows_duplicate integer     NOT NULL DEFAULT 0,
    rows_failed    integer     NOT NULL DEFAULT 0,
    amount_total   bigint      NOT NULL DEFAULT 0,
    rows_posted    integer     NOT NULL DEFAULT 0,
    rows_kept      integer     NOT NULL DEFAULT 0,
    actor_id       bigint,
    version        integer     NOT NULL DEFAULT 1,
    created_at     timestamptz NOT NULL DEFAULT now(),
    updated_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT cheque_imports_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT cheque_imports_dealer_fkey FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer_profiles (tenant_id, id),
    CONSTRAINT cheque_imports_counts CHECK (rows_total = rows_ready + rows_duplicate + rows_failed AND rows_repaired <= rows_ready)
);
COMMENT ON TABLE cheque_imports IS 'One workbook of cheques. Nothing of it is posted before it is committed.';
COMMENT ON COLUMN cheque_imports.dealer_id IS 'Whose cheques all of them are; null: a column of the file names the dealer.';
COMMENT ON COLUMN cheque_imports.columns IS 'The columns of the sheet: [{"index", "header", "field"}].';
CREATE INDEX cheque_imports_dealer ON cheque_imports (tenant_id, dealer_id, id);

CREATE TABLE cheque_import_rows (
    tenant_id          bigint  NOT NULL,
    id                 bigint  NOT NULL DEFAULT next_id(),
    cheque_import_id   bigint  NOT NULL,
    row                integer NOT NULL CHECK (row > 0),
    state              text    NOT NULL CHECK (state IN ('ready', 'duplicate', 'failed')),
    cells              jsonb   NOT NULL,
    dealer_id          bigint,
    sayad_id           text    NOT NULL DEFAULT '',
    amount             bigint,
    due_on             date,
    bank_code          text    NOT NULL DEFAULT '',
    bank_name          text    NOT NULL DEFAULT '',
    branch             text    NOT NULL DEFAULT '',
    series             text    NOT NULL DEFAULT '',
    serial             text    NOT NULL DEFAULT '',
    account_number     text    NOT NULL DEFAULT '',
    iban               text    NOT NULL DEFAULT '',
    drawer_name        text    NOT NULL DEFAULT '',
    drawer_national_id text    NOT NULL DEFAULT '',
    dealer             text    NOT NULL DEFAULT '',
    description        text    NOT NULL DEFAULT '',
    search_key         text    NOT NULL DEFAULT '',
    corrections        jsonb   NOT NULL DEFAULT '{}',
    repairs            jsonb   NOT NULL DEFAULT '[]',
    errors             jsonb   NOT NULL DEFAULT '[]',
    twin_row           integer,
    twin_cheque_id     bigint,
    version            integer NOT NULL DEFAULT 1,
    CONSTRAINT cheque_import_rows_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT cheque_import_rows_row_key UNIQUE (tenant_id, cheque_import_id, row),
    CONSTRAINT cheque_import_rows_import_fkey FOREIGN KEY (tenant_id, cheque_import_id) REFERENCES cheque_imports (tenant_id, id),
    CONSTRAINT cheque_import_rows_ready CHECK (state <> 'ready' OR (amount > 0 AND due_on IS NOT NULL AND dealer_id IS NOT NULL))
);
COMMENT ON TABLE cheque_import_rows IS 'The rows of a workbook: as read (cells), as understood (columns), and what a person corrected.';
COMMENT ON COLUMN cheque_import_rows.id IS 'Also the id of the cheque, of its first event and of its first ledger entry once the row is posted.';
COMMENT ON COLUMN cheque_import_rows.row IS 'The row''s number in the sheet, from 1.';
COMMENT ON COLUMN cheque_import_rows.cells IS 'The cells as read: [{"column", "text", "kind"}].';
COMMENT ON COLUMN cheque_import_rows.corrections IS 'What a person typed over cells: {"field": "text"}.';
COMMENT ON COLUMN cheque_import_rows.twin_row IS 'Of a duplicate: the earlier row with the same cheque.';
COMMENT ON COLUMN cheque_import_rows.twin_cheque_id IS 'Of a duplicate: the posted cheque that it repeats.';

ALTER TABLE cheques
    ADD CONSTRAINT cheques_import_fkey FOREIGN KEY (tenant_id, cheque_import_id) REFERENCES cheque_imports (tenant_id, id);

SELECT protect_table('cheque_imports', 'write', 'dealer_id');
SELECT protect_table('cheque_import_rows', 'work', 'dealer_id');

CREATE FUNCTION fail_interrupted_imports() RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, app AS $$
    WITH failed AS (UPDATE cheque_imports SET state = 'failed', error_code = 'import_interrupted' WHERE state = 'staging' RETURNING 1)
    SELECT count(*)::integer FROM failed
$$;
COMMENT ON FUNCTION fail_interrupted_imports() IS 'When the server starts: imports that were being read when it last stopped will not go on.';
ALTER FUNCTION fail_interrupted_imports() OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION fail_interrupted_imports() TO nextgen_server;
GRANT SELECT, UPDATE ON cheque_imports TO nextgen_definer;
