-- Files that the shop shows or documents refer to. The bytes lie in the file store; here stands what they are.
SET LOCAL search_path = app, public;

CREATE TABLE media (
    tenant_id     bigint      NOT NULL CONSTRAINT media_tenant_fkey REFERENCES tenants (id),
    id            bigint      NOT NULL DEFAULT next_id(),
    vendor_id     bigint,
    kind          text        NOT NULL CONSTRAINT media_kind_known CHECK (kind IN ('image', 'video', 'document', 'model')),
    visibility    text        NOT NULL DEFAULT 'public' CONSTRAINT media_visibility_known CHECK (visibility IN ('public', 'private')),
    file_name     text        NOT NULL CONSTRAINT media_file_name_length CHECK (length(file_name) BETWEEN 1 AND 255),
    mime_type     text        NOT NULL CONSTRAINT media_mime_type_form CHECK (mime_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
    size_bytes    integer     NOT NULL CONSTRAINT media_size_bytes_range CHECK (size_bytes BETWEEN 1 AND 1073741824),
    sha256        bytea       NOT NULL CONSTRAINT media_sha256_length CHECK (length(sha256) = 32),
    storage_key   text        NOT NULL CONSTRAINT media_storage_key_length CHECK (length(storage_key) BETWEEN 1 AND 500),
    width         integer     CONSTRAINT media_width_positive CHECK (width > 0),
    height        integer     CONSTRAINT media_height_positive CHECK (height > 0),
    duration_ms   integer     CONSTRAINT media_duration_ms_positive CHECK (duration_ms > 0),
    folder        text        NOT NULL DEFAULT '' CONSTRAINT media_folder_length CHECK (length(folder) <= 200),
    title_fa      text        NOT NULL DEFAULT '' CONSTRAINT media_title_fa_length CHECK (length(title_fa) <= 200),
    title_en      text        NOT NULL DEFAULT '' CONSTRAINT media_title_en_length CHECK (length(title_en) <= 200),
    alt_fa        text        NOT NULL DEFAULT '' CONSTRAINT media_alt_fa_length CHECK (length(alt_fa) <= 300),
    alt_en        text        NOT NULL DEFAULT '' CONSTRAINT media_alt_en_length CHECK (length(alt_en) <= 300),
    uploaded_by   bigint,
    is_active     boolean     NOT NULL DEFAULT true,
    search_key    text        NOT NULL DEFAULT '',
    version       integer     NOT NULL DEFAULT 1,
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT media_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT media_vendor_fkey FOREIGN KEY (tenant_id, vendor_id) REFERENCES vendors (tenant_id, id),
    CONSTRAINT media_uploaded_by_fkey FOREIGN KEY (tenant_id, uploaded_by) REFERENCES users (tenant_id, id),
    CONSTRAINT media_storage_key_key UNIQUE (tenant_id, storage_key),
    CONSTRAINT media_size_of_pictures CHECK ((width IS NULL) = (height IS NULL))
);
COMMENT ON TABLE media IS 'Pictures, films, documents and 3D models. The bytes lie in the file store under storage_key.';
COMMENT ON COLUMN media.vendor_id IS 'Whose file it is; null: the marketplace''s own.';
COMMENT ON COLUMN media.visibility IS 'public: anybody of the tenant may see it; private: staff and its vendor.';
COMMENT ON COLUMN media.sha256 IS 'Of the bytes: the same file is stored once.';
COMMENT ON COLUMN media.storage_key IS 'Where the bytes lie in the file store.';
COMMENT ON COLUMN media.width IS 'Pixels.';
COMMENT ON COLUMN media.height IS 'Pixels.';
COMMENT ON COLUMN media.duration_ms IS 'Of a film.';
COMMENT ON COLUMN media.folder IS 'Where people put it in the library, parts separated by a slash.';
COMMENT ON COLUMN media.alt_fa IS 'What a picture shows, for those who cannot see it.';
COMMENT ON COLUMN media.alt_en IS 'The same in English.';
COMMENT ON COLUMN media.uploaded_by IS 'Who uploaded it.';
COMMENT ON COLUMN media.search_key IS 'File name and titles folded for searching.';
CREATE INDEX media_vendor ON media (tenant_id, vendor_id, id) WHERE vendor_id IS NOT NULL;
CREATE INDEX media_folder ON media (tenant_id, folder, id);
CREATE INDEX media_kind ON media (tenant_id, kind, id);
CREATE INDEX media_sha256 ON media (tenant_id, sha256);
CREATE INDEX media_uploaded_by ON media (tenant_id, uploaded_by) WHERE uploaded_by IS NOT NULL;

SELECT protect_table('media', 'write', $${"vendor": "vendor_id = $", "outsider": "visibility = 'public' AND is_active"}$$,
                     '{"vendor": "vendor_id = $"}');

ALTER TABLE vendors
    ADD COLUMN logo_media_id bigint,
    ADD CONSTRAINT vendors_logo_media_fkey FOREIGN KEY (tenant_id, logo_media_id) REFERENCES media (tenant_id, id);
COMMENT ON COLUMN vendors.logo_media_id IS 'The vendor''s logo.';
CREATE INDEX vendors_logo_media ON vendors (tenant_id, logo_media_id) WHERE logo_media_id IS NOT NULL;
