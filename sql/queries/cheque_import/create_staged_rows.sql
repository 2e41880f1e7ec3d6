-- COPY goes into a table of the session's own, since row-level security refuses it elsewhere.
CREATE TEMPORARY TABLE staged_rows (
    id bigint, row integer, state text, raw_cipher bytea, is_repaired boolean, dealer_id bigint, sayad_id text, amount bigint,
    due_on date, bank_code text, bank_name text, branch text, series text, serial text, account_number text, iban_cipher bytea, iban_last4 text,
    drawer_name text, drawer_national_id_cipher bytea, drawer_national_id_index bytea, drawer_national_id_last4 text, dealer text,
    description text, search_key text, errors jsonb
) ON COMMIT DROP
