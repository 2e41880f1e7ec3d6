-- What a bank says when it refuses a cheque, what it takes for it, and the account that this is booked on.
SET LOCAL search_path = app, public;

CREATE TABLE cheque_bounces (
    tenant_id          bigint      NOT NULL,
    id                 bigint      NOT NULL,
    cheque_id          bigint      NOT NULL,
    dealer_id          bigint      NOT NULL,
    occurred_on        date        NOT NULL,
    reason             text        CONSTRAINT cheque_bounces_reason_known CHECK (reason IN
                           ('funds_short', 'no_funds', 'signature_differs', 'signature_incomplete', 'date_differs', 'signature_spoiled',
                            'text_spoiled', 'amount_differs', 'account_closed', 'account_blocked', 'cheque_blocked')),
    certificate_number text        NOT NULL DEFAULT '' CONSTRAINT cheque_bounces_certificate_number_length CHECK (length(certificate_number) <= 40),
    certificate_on     date,
    fee_amount         bigint      NOT NULL DEFAULT 0 CONSTRAINT cheque_bounces_fee_amount_range CHECK (fee_amount BETWEEN 0 AND 9007199254740991),
    is_fee_dealers     boolean     NOT NULL DEFAULT false,
    has_stopped_dealer boolean     NOT NULL DEFAULT false,
    is_undone          boolean     NOT NULL DEFAULT false,
    version            integer     NOT NULL DEFAULT 1,
    created_at         timestamptz NOT NULL DEFAULT now(),
    updated_at         timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT cheque_bounces_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT cheque_bounces_event_fkey FOREIGN KEY (tenant_id, id) REFERENCES cheque_events (tenant_id, id),
    CONSTRAINT cheque_bounces_cheque_fkey FOREIGN KEY (tenant_id, cheque_id) REFERENCES cheques (tenant_id, id),
    CONSTRAINT cheque_bounces_certificate CHECK (certificate_on IS NULL OR certificate_number <> '')
);
COMMENT ON TABLE cheque_bounces IS 'A cheque that a bank refused (برگشت چک), with the non-payment certificate. A cheque may bounce more than once.';
COMMENT ON COLUMN cheque_bounces.id IS 'The event''s.';
COMMENT ON COLUMN cheque_bounces.dealer_id IS 'The cheque''s.';
COMMENT ON COLUMN cheque_bounces.reason IS 'As the certificate names it; null: not told.';
COMMENT ON COLUMN cheque_bounces.certificate_number IS 'Tracking code of the non-payment certificate (گواهی عدم پرداخت).';
COMMENT ON COLUMN cheque_bounces.certificate_on IS 'Its date.';
COMMENT ON COLUMN cheque_bounces.fee_amount IS 'Rials that the bank took for it.';
COMMENT ON COLUMN cheque_bounces.is_fee_dealers IS 'The dealer owes the fee; otherwise it is an expense.';
COMMENT ON COLUMN cheque_bounces.has_stopped_dealer IS 'It put the dealer on hold; taking it back lifts that.';
COMMENT ON COLUMN cheque_bounces.is_undone IS 'Its event was taken back.';
CREATE INDEX cheque_bounces_cheque ON cheque_bounces (tenant_id, cheque_id);
CREATE INDEX cheque_bounces_dealer ON cheque_bounces (tenant_id, dealer_id, occurred_on);
COMMENT ON INDEX cheque_bounces_dealer IS 'How often a dealer''s cheques bounced.';
SELECT protect_table('cheque_bounces', 'write', '{"dealer": "dealer_id = $"}');

CREATE OR REPLACE FUNCTION create_ledger_accounts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
BEGIN
    INSERT INTO ledger_accounts (tenant_id, name, code, title_en, title_fa) VALUES
        (NEW.id, 'bank', '1110', 'Bank', 'بانک'),
        (NEW.id, 'cheques_on_hand', '1241', 'Cheques on hand', 'اسناد دریافتنی نزد صندوق'),
        (NEW.id, 'cheques_deposited', '1242', 'Cheques in collection', 'اسناد در جریان وصول'),
        (NEW.id, 'cheques_bounced', '1244', 'Bounced cheques', 'اسناد دریافتنی برگشتی'),
        (NEW.id, 'cheques_endorsed', '9101', 'Endorsed cheques (memo)', 'اسناد خرج‌شده (انتظامی)'),
        (NEW.id, 'endorsement_recourse', '9102', 'Recourse on endorsed cheques (memo)', 'طرف حساب اسناد خرج‌شده (انتظامی)'),
        (NEW.id, 'unapplied_receipts', '2130', 'Unapplied receipts', 'دریافت‌های تخصیص‌نیافته'),
        (NEW.id, 'receivable', '1310', 'Dealers'' invoices', 'حساب‌های دریافتنی نمایندگان'),
        (NEW.id, 'creditors', '2110', 'Creditors', 'حساب‌های پرداختنی'),
        (NEW.id, 'bank_fees', '5210', 'Bank fees', 'کارمزدهای بانکی');
    RETURN NULL;
END $$;
-- A tenant that gave the number to another account gets a longer one.
INSERT INTO ledger_accounts (tenant_id, name, code, title_en, title_fa)
SELECT t.id, 'bank_fees', CASE WHEN EXISTS (SELECT FROM ledger_accounts a WHERE a.tenant_id = t.id AND a.code = '5210') THEN '521000000001' ELSE '5210' END,
       'Bank fees', 'کارمزدهای بانکی'
  FROM tenants t
 ORDER BY t.id;
