-- What each dealer owes beside the limit, as a list: whom to look at first, and what the home page counts.
SET LOCAL search_path = app, public;

CREATE VIEW dealer_exposures WITH (security_invoker = true) AS
    SELECT d.tenant_id, d.id, d.id AS dealer_id, d.tier, d.status, d.credit_limit, e.exposure, d.credit_limit - e.exposure AS available,
           CASE WHEN d.credit_limit IS NULL OR e.exposure <= 0 THEN 0
                WHEN d.credit_limit = 0 THEN 1000000
                ELSE least(e.exposure::numeric * 100 / d.credit_limit, 1000000) END::integer AS used_percent
      FROM dealer_profiles d
     CROSS JOIN LATERAL (SELECT coalesce(sum(b.amount), 0)::bigint AS exposure
                           FROM ledger_balances b
                           JOIN ledger_accounts a ON a.tenant_id = b.tenant_id AND a.id = b.account_id
                          WHERE b.tenant_id = d.tenant_id AND b.dealer_id = d.id
                            AND a.name IN ('invoiced', 'unbilled_orders', 'cheques_on_hand', 'cheques_deposited', 'cheques_endorsed',
                                           'cheques_bounced')) e;
COMMENT ON VIEW dealer_exposures IS 'What each dealer owes or may come to owe, beside the limit. A dealer''s people see their own.';
COMMENT ON COLUMN dealer_exposures.id IS 'The dealer''s.';
COMMENT ON COLUMN dealer_exposures.exposure IS 'The six parts of the exposure, by the ledger''s balances.';
COMMENT ON COLUMN dealer_exposures.available IS 'Below zero when over the limit; null without a limit.';
COMMENT ON COLUMN dealer_exposures.used_percent IS 'Of the limit, rounded; 0 without a limit, 1000000 at most and where the limit is 0.';
GRANT SELECT ON dealer_exposures TO nextgen_server, nextgen_reader;
