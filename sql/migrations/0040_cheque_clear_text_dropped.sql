-- What the migration before has encrypted goes, and what the audit trail had kept of it in clear.
SET LOCAL search_path = app, public;

DO $$
BEGIN
    IF EXISTS (SELECT FROM cheques WHERE drawer_national_id <> '' AND drawer_national_id_cipher IS NULL OR iban <> '' AND iban_cipher IS NULL) THEN
        RAISE EXCEPTION 'cheques hold national ids or IBANs that were not encrypted';
    END IF;
END $$;

ALTER TABLE cheques DROP COLUMN drawer_national_id, DROP COLUMN iban;
ALTER TABLE cheques
    ADD CONSTRAINT cheques_drawer_national_id_whole
        CHECK (num_nonnulls(drawer_national_id_cipher, drawer_national_id_index) IN (0, 2)
               AND (drawer_national_id_cipher IS NULL) = (drawer_national_id_last4 = '')),
    ADD CONSTRAINT cheques_iban_whole CHECK ((iban_cipher IS NULL) = (iban_last4 = ''));
CREATE INDEX cheques_drawer_national_id ON cheques (tenant_id, drawer_national_id_index) WHERE drawer_national_id_index IS NOT NULL;

ALTER TABLE cheque_import_rows
    ALTER COLUMN raw_cipher SET NOT NULL,
    DROP COLUMN cells, DROP COLUMN corrections, DROP COLUMN repairs, DROP COLUMN drawer_national_id, DROP COLUMN iban;

-- History is never edited, but for this once.
SET LOCAL session_replication_role = replica;
UPDATE audit_logs
   SET old_values = old_values - ARRAY['drawer_national_id', 'iban'], new_values = new_values - ARRAY['drawer_national_id', 'iban']
 WHERE table_name = 'cheques' AND (old_values ?| ARRAY['drawer_national_id', 'iban'] OR new_values ?| ARRAY['drawer_national_id', 'iban']);
