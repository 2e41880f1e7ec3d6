-- What comes due when: days on which banks are closed, what drawers did before, and an index that sums a month of cheques by itself.
SET LOCAL search_path = app, public;

CREATE TABLE bank_holidays (
    tenant_id  bigint      NOT NULL CONSTRAINT bank_holidays_tenant_fkey REFERENCES tenants (id),
    id         bigint      NOT NULL DEFAULT next_id(),
    holiday_on date        NOT NULL,
    title_fa   text        NOT NULL CONSTRAINT bank_holidays_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 100),
    title_en   text        NOT NULL DEFAULT '' CONSTRAINT bank_holidays_title_en_length CHECK (length(title_en) <= 100),
    version    integer     NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT bank_holidays_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT bank_holidays_holiday_on_key UNIQUE (tenant_id, holiday_on)
);
COMMENT ON TABLE bank_holidays IS 'Days on which banks are closed (تعطیلات بانکی) besides Fridays and the holidays of the solar calendar, which the program knows: those of the lunar calendar, as they are announced, and what the government closes.';
COMMENT ON COLUMN bank_holidays.holiday_on IS 'The day.';
SELECT protect_table('bank_holidays', 'edit', '{"dealer": "true"}');

CREATE TABLE drawer_histories (
    tenant_id     bigint  NOT NULL CONSTRAINT drawer_histories_tenant_fkey REFERENCES tenants (id),
    id            bigint  NOT NULL DEFAULT next_id(),
    drawer_key    bytea   NOT NULL,
    cleared_count integer NOT NULL DEFAULT 0,
    bounced_count integer NOT NULL DEFAULT 0,
    late_days     integer NOT NULL DEFAULT 0,
    CONSTRAINT drawer_histories_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT drawer_histories_drawer_key UNIQUE (tenant_id, drawer_key)
) WITH (fillfactor = 70);
COMMENT ON TABLE drawer_histories IS 'What became of each drawer''s cheques. Kept by the events; nobody else writes it.';
COMMENT ON COLUMN drawer_histories.drawer_key IS 'Of a drawer whose national id is known, its keyed hash; of others the dealer who brought the cheque: drawer_key().';
COMMENT ON COLUMN drawer_histories.cleared_count IS 'Cheques that banks paid.';
COMMENT ON COLUMN drawer_histories.bounced_count IS 'Times that banks refused one.';
COMMENT ON COLUMN drawer_histories.late_days IS 'Days between due date and payment, of the paid ones together.';
SELECT protect_table('drawer_histories', 'work');
REVOKE INSERT, UPDATE, DELETE ON drawer_histories FROM nextgen_server;
GRANT SELECT, INSERT, UPDATE ON drawer_histories TO nextgen_definer;
GRANT SELECT ON cheques, cheque_events TO nextgen_definer;

CREATE FUNCTION drawer_key(national_id_index bytea, dealer bigint) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT coalesce(national_id_index, int8send(dealer)) $$;
COMMENT ON FUNCTION drawer_key(bytea, bigint) IS 'By whom a cheque is judged: its drawer, or the dealer where the drawer''s national id is not known.';
GRANT EXECUTE ON FUNCTION drawer_key(bytea, bigint) TO nextgen_server, nextgen_reader, nextgen_definer;

CREATE FUNCTION keep_drawer_histories() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM added WHERE move IN ('clear', 'bounce', 'undo')) THEN
        RETURN NULL;
    END IF;
    -- In the order of the key, so that two postings wait for each other instead of locking each other out.
    INSERT INTO drawer_histories AS h (tenant_id, drawer_key, cleared_count, bounced_count, late_days)
    SELECT c.tenant_id, drawer_key(c.drawer_national_id_index, c.dealer_id),
           coalesce(sum(what.sign) FILTER (WHERE what.move = 'clear'), 0), coalesce(sum(what.sign) FILTER (WHERE what.move = 'bounce'), 0),
           coalesce(sum(what.sign * greatest(what.occurred_on - c.due_on, 0)) FILTER (WHERE what.move = 'clear'), 0)
      FROM added a
     CROSS JOIN LATERAL (SELECT a.move, a.occurred_on, 1 AS sign WHERE a.move IN ('clear', 'bounce')
                         UNION ALL
                         SELECT e.move, e.occurred_on, -1 FROM cheque_events e
                          WHERE a.move = 'undo' AND e.tenant_id = a.tenant_id AND e.id = a.undoes_id AND e.move IN ('clear', 'bounce')) what
      JOIN cheques c ON c.tenant_id = a.tenant_id AND c.id = a.cheque_id
     GROUP BY 1, 2
     ORDER BY 1, 2
        ON CONFLICT (tenant_id, drawer_key) DO UPDATE
       SET cleared_count = h.cleared_count + excluded.cleared_count, bounced_count = h.bounced_count + excluded.bounced_count,
           late_days = h.late_days + excluded.late_days;
    RETURN NULL;
END $$;
ALTER FUNCTION keep_drawer_histories() OWNER TO nextgen_definer;
CREATE TRIGGER histories AFTER INSERT ON cheque_events
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_drawer_histories();

INSERT INTO drawer_histories (tenant_id, drawer_key, cleared_count, bounced_count, late_days)
SELECT c.tenant_id, drawer_key(c.drawer_national_id_index, c.dealer_id), count(*) FILTER (WHERE e.move = 'clear'),
       count(*) FILTER (WHERE e.move = 'bounce'), coalesce(sum(greatest(e.occurred_on - c.due_on, 0)) FILTER (WHERE e.move = 'clear'), 0)
  FROM cheque_events e
  JOIN cheques c ON c.tenant_id = e.tenant_id AND c.id = e.cheque_id
 WHERE e.move IN ('clear', 'bounce')
 GROUP BY 1, 2
 ORDER BY 1, 2;

CREATE INDEX cheques_outlook ON cheques (tenant_id, due_on, status) INCLUDE (dealer_id, amount);
CREATE INDEX cheques_expected ON cheques (tenant_id, due_on) INCLUDE (id, status, dealer_id, amount, drawer_national_id_index)
    WHERE status IN ('on_hand', 'deposited');
COMMENT ON INDEX cheques_outlook IS 'The calendar, out of the index alone.';
COMMENT ON INDEX cheques_expected IS 'The forecast, out of the index alone.';
