-- The drawer's national id and IBAN leave the clear: room for their ciphertexts, and for the row of a workbook as it was read, which
-- holds them as well. The program fills it with what is there (server/cheque_import/seal_rows.h), in this transaction.
SET LOCAL search_path = app, public;

ALTER TABLE cheques
    ADD COLUMN drawer_national_id_cipher bytea,
    ADD COLUMN drawer_national_id_index  bytea,
    ADD COLUMN drawer_national_id_last4  text NOT NULL DEFAULT '' CONSTRAINT cheques_drawer_national_id_last4_form
                                         CHECK (drawer_national_id_last4 ~ '^([0-9]{4})?$'),
    ADD COLUMN iban_cipher               bytea,
    ADD COLUMN iban_last4                text NOT NULL DEFAULT '' CONSTRAINT cheques_iban_last4_form CHECK (iban_last4 ~ '^([0-9]{4})?$');
COMMENT ON COLUMN cheques.drawer_national_id_cipher IS 'National id of the drawer, a person or a company, encrypted by the program.';
COMMENT ON COLUMN cheques.drawer_national_id_index IS 'Keyed hash of it, to find a drawer''s cheques by.';
COMMENT ON COLUMN cheques.drawer_national_id_last4 IS 'Its last four digits, for the eye.';
COMMENT ON COLUMN cheques.iban_cipher IS 'IBAN of the account, encrypted by the program.';
COMMENT ON COLUMN cheques.iban_last4 IS 'Its last four digits, for the eye.';

ALTER TABLE cheque_import_rows
    ADD COLUMN raw_cipher                bytea,
    ADD COLUMN is_repaired               boolean NOT NULL DEFAULT false,
    ADD COLUMN drawer_national_id_cipher bytea,
    ADD COLUMN drawer_national_id_index  bytea,
    ADD COLUMN drawer_national_id_last4  text NOT NULL DEFAULT '',
    ADD COLUMN iban_cipher               bytea,
    ADD COLUMN iban_last4                text NOT NULL DEFAULT '';
COMMENT ON COLUMN cheque_import_rows.raw_cipher IS 'What was read, corrected and repaired, encrypted by the program: {"cells": [{"column", "text", "kind"}], "corrections": {"field": "text"}, "repairs": [...]}.';
COMMENT ON COLUMN cheque_import_rows.is_repaired IS 'Something of the row had to be changed to be understood.';
COMMENT ON COLUMN cheque_import_rows.drawer_national_id_cipher IS 'As the cheque''s, which it becomes.';
COMMENT ON COLUMN cheque_import_rows.drawer_national_id_index IS 'As the cheque''s.';
COMMENT ON COLUMN cheque_import_rows.drawer_national_id_last4 IS 'As the cheque''s.';
COMMENT ON COLUMN cheque_import_rows.iban_cipher IS 'As the cheque''s, which it becomes.';
COMMENT ON COLUMN cheque_import_rows.iban_last4 IS 'As the cheque''s.';
COMMENT ON TABLE cheque_import_rows IS 'The rows of a workbook: as read (raw_cipher) and as understood (columns).';
UPDATE cheque_import_rows SET is_repaired = true WHERE repairs <> '[]';
