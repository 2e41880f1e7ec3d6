-- COPY goes into a table of the session's own, since row-level security refuses it elsewhere.
CREATE TEMPORARY TABLE staged_rows (
    row integer, state text, cells jsonb, dealer_id bigint, sayad_id text, amount bigint, due_on date, bank_code text, bank_name text,
    branch text, series text, serial text, account_number text, iban text, drawer_name text, drawer_national_id text, dealer text,
    description text, search_key text, repairs jsonb, errors jsonb
) ON COMMIT DROP
