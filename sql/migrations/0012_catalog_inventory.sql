-- Stock: every change is a movement with its cause; what there is follows from them. Movements are the first table that is
-- kept in monthly partitions, so what makes and detaches these stands here as well.
SET LOCAL search_path = app, public;

CREATE SCHEMA archive;
COMMENT ON SCHEMA archive IS 'Months of large tables that were detached; nobody but the owner reads them.';

CREATE TABLE partition_anchors (
    child  text NOT NULL CONSTRAINT partition_anchors_pkey PRIMARY KEY,
    parent text NOT NULL,
    anchor text NOT NULL
);
COMMENT ON TABLE partition_anchors IS 'Partitioned tables whose rows lie in the same month as the row they belong to: the foreign key is made from month to month, which costs a fifth of one between the whole tables. Empty for the program''s roles.';
COMMENT ON COLUMN partition_anchors.child IS 'The table whose rows belong to another''s.';
COMMENT ON COLUMN partition_anchors.parent IS 'The other table.';
COMMENT ON COLUMN partition_anchors.anchor IS 'The child''s column with the parent row''s id.';

CREATE FUNCTION harden_partition(partition regclass, parent regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    trigger_name name;
BEGIN
    -- Named directly, a partition answers by its own rules: none, so that nothing is seen, and no grant either.
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', partition);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', partition);
    FOR trigger_name IN SELECT tgname FROM pg_trigger WHERE tgrelid = parent AND tgname = 'keep' LOOP
        EXECUTE format('CREATE TRIGGER keep BEFORE UPDATE OR DELETE OR TRUNCATE ON %s
                        FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', partition);
    END LOOP;
END $$;
COMMENT ON FUNCTION harden_partition(regclass, regclass) IS 'Gives a partition what it does not inherit: forced row-level security, and the refusal of changes to history.';

CREATE FUNCTION partition_table(target regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    table_name name := (SELECT relname FROM pg_class WHERE oid = target);
    tie app.partition_anchors;
BEGIN
    EXECUTE format('CREATE TABLE app.%I PARTITION OF %s DEFAULT', table_name || '_default', target);
    EXECUTE format('COMMENT ON TABLE app.%I IS %L', table_name || '_default',
                   'Rows of ' || table_name || ' that no month was made for: nothing is lost, ensure_partitions() moves them.');
    SELECT * INTO tie FROM app.partition_anchors WHERE child = table_name;
    IF FOUND THEN
        EXECUTE format('ALTER TABLE app.%I ADD CONSTRAINT %I FOREIGN KEY (tenant_id, %I) REFERENCES app.%I (tenant_id, id)',
                       table_name || '_default', table_name || '_default_parent_fkey', tie.anchor, tie.parent || '_default');
    END IF;
    PERFORM app.harden_partition(format('app.%I', table_name || '_default')::regclass, target);
END $$;
COMMENT ON FUNCTION partition_table(regclass) IS 'Gives a new partitioned table its default partition; call it after protect_table. ensure_partitions() makes the months.';

CREATE FUNCTION ensure_partitions(months_ahead integer DEFAULT 3, since date DEFAULT NULL) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app AS $$
DECLARE
    first_month date := date_trunc('month', coalesce(since::timestamp, now() AT TIME ZONE 'UTC'))::date;
    last_month date := (date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => months_ahead))::date;
    month date;
    names name[];
    one name;
    fresh name;
    lower_id bigint;
    upper_id bigint;
    tie app.partition_anchors;
    made integer := 0;
BEGIN
    IF months_ahead NOT BETWEEN 0 AND 24 OR first_month < date '2023-01-01' THEN
        RAISE EXCEPTION 'months from 2023 up to two years ahead can be made' USING ERRCODE = '22023';
    END IF;
    PERFORM pg_advisory_xact_lock(7311021471);
    FOR month IN SELECT generate_series(first_month, last_month, interval '1 month')::date LOOP
        lower_id := id_floor(month::timestamp AT TIME ZONE 'UTC');
        upper_id := id_floor((month + interval '1 month')::timestamp AT TIME ZONE 'UTC');
        -- A table that others belong to comes before these.
        SELECT array_agg(c.relname ORDER BY a.child IS NOT NULL, c.relname) INTO names
          FROM pg_partitioned_table p
          JOIN pg_class c ON c.oid = p.partrelid AND c.relnamespace = 'app'::regnamespace
          LEFT JOIN partition_anchors a ON a.child = c.relname
         WHERE to_regclass(format('app.%I', c.relname || to_char(month, '_YYYY_MM'))) IS NULL
           AND to_regclass(format('archive.%I', c.relname || to_char(month, '_YYYY_MM'))) IS NULL;
        CONTINUE WHEN names IS NULL;
        FOREACH one IN ARRAY names LOOP
            fresh := one || to_char(month, '_YYYY_MM');
            EXECUTE format('CREATE TABLE app.%I (LIKE app.%I INCLUDING ALL, CONSTRAINT %I CHECK (id >= %s AND id < %s))',
                           fresh, one, fresh || '_month', lower_id, upper_id);
            EXECUTE format('COMMENT ON TABLE app.%I IS %L', fresh, 'The rows of ' || one || ' of ' || to_char(month, 'YYYY-MM') || ' (UTC).');
            -- What came before its month was made waits in the default partition: copied first, taken away below.
            EXECUTE format('INSERT INTO app.%I SELECT * FROM app.%I WHERE id >= %s AND id < %s', fresh, one || '_default', lower_id, upper_id);
            SELECT * INTO tie FROM partition_anchors WHERE child = one;
            IF FOUND THEN
                EXECUTE format('ALTER TABLE app.%I ADD CONSTRAINT %I FOREIGN KEY (tenant_id, %I) REFERENCES app.%I (tenant_id, id)',
                               fresh, fresh || '_parent_fkey', tie.anchor, tie.parent || to_char(month, '_YYYY_MM'));
            END IF;
        END LOOP;
        FOR i IN REVERSE cardinality(names) .. 1 LOOP
            one := names[i];
            EXECUTE format('ALTER TABLE app.%I DISABLE TRIGGER USER', one || '_default');
            EXECUTE format('DELETE FROM app.%I WHERE id >= %s AND id < %s', one || '_default', lower_id, upper_id);
            EXECUTE format('ALTER TABLE app.%I ENABLE TRIGGER USER', one || '_default');
        END LOOP;
        FOREACH one IN ARRAY names LOOP
            fresh := one || to_char(month, '_YYYY_MM');
            EXECUTE format('ALTER TABLE app.%I ATTACH PARTITION app.%I FOR VALUES FROM (%s) TO (%s)', one, fresh, lower_id, upper_id);
            EXECUTE format('ALTER TABLE app.%I DROP CONSTRAINT %I', fresh, fresh || '_month');
            PERFORM harden_partition(format('app.%I', fresh)::regclass, format('app.%I', one)::regclass);
            made := made + 1;
        END LOOP;
    END LOOP;
    RETURN made;
END $$;
COMMENT ON FUNCTION ensure_partitions(integer, date) IS
    'Makes the monthly partitions of all partitioned tables from a month (this one) up to so many ahead, takes rows of these months
     out of the default partitions, and tells how many were made. Harmless when run again. The server calls it.';
GRANT EXECUTE ON FUNCTION ensure_partitions(integer, date) TO nextgen_server;

CREATE FUNCTION detach_partition(target regclass, month date) RETURNS regclass LANGUAGE plpgsql AS $$
DECLARE
    table_name name := (SELECT relname FROM pg_class WHERE oid = target);
    partition name := table_name || to_char(month, '_YYYY_MM');
    child name;
BEGIN
    -- What belongs to these rows goes with them.
    FOR child IN SELECT a.child FROM app.partition_anchors a WHERE a.parent = table_name LOOP
        IF to_regclass(format('app.%I', child || to_char(month, '_YYYY_MM'))) IS NOT NULL THEN
            PERFORM app.detach_partition(format('app.%I', child)::regclass, month);
        END IF;
    END LOOP;
    EXECUTE format('ALTER TABLE %s DETACH PARTITION app.%I', target, partition);
    EXECUTE format('ALTER TABLE app.%I SET SCHEMA archive', partition);
    RETURN format('archive.%I', partition)::regclass;
END $$;
COMMENT ON FUNCTION detach_partition(regclass, date) IS
    'Takes a month, and the same month of the tables that belong to it, out of a partitioned table into schema archive, to be
     dumped and dropped. The owner calls it.';

CREATE TABLE product_stocks (
    tenant_id     bigint      NOT NULL,
    id            bigint      NOT NULL,
    vendor_id     bigint      NOT NULL,
    on_hand       integer     NOT NULL DEFAULT 0 CONSTRAINT product_stocks_never_negative CHECK (on_hand >= 0),
    reserved      integer     NOT NULL DEFAULT 0 CONSTRAINT product_stocks_reserved_range CHECK (reserved >= 0),
    available     integer     GENERATED ALWAYS AS (on_hand - reserved) STORED,
    reorder_level integer     NOT NULL DEFAULT 0 CONSTRAINT product_stocks_reorder_level_range CHECK (reorder_level >= 0),
    version       integer     NOT NULL DEFAULT 1,
    created_at    timestamptz NOT NULL DEFAULT now(),
    updated_at    timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT product_stocks_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT product_stocks_product_fkey FOREIGN KEY (tenant_id, id, vendor_id) REFERENCES products (tenant_id, id, vendor_id)
        ON UPDATE CASCADE,
    CONSTRAINT product_stocks_enough CHECK (reserved <= on_hand)
) WITH (fillfactor = 70);
COMMENT ON TABLE product_stocks IS 'How many of a product there are: the sum of its movements, kept by them. A product gets its row when it is made.';
COMMENT ON COLUMN product_stocks.id IS 'The product''s.';
COMMENT ON COLUMN product_stocks.vendor_id IS 'The product''s.';
COMMENT ON COLUMN product_stocks.on_hand IS 'In the warehouse.';
COMMENT ON COLUMN product_stocks.reserved IS 'Of these, promised to orders.';
COMMENT ON COLUMN product_stocks.available IS 'Left to sell.';
COMMENT ON COLUMN product_stocks.reorder_level IS 'At or under it the product is listed as running low.';
CREATE INDEX product_stocks_low ON product_stocks (tenant_id, available, id) WHERE available <= reorder_level;
COMMENT ON INDEX product_stocks_low IS 'The list of what runs low.';

CREATE FUNCTION create_product_stock() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app AS $$
BEGIN
    INSERT INTO product_stocks (tenant_id, id, vendor_id) SELECT tenant_id, id, vendor_id FROM added;
    RETURN NULL;
END $$;
ALTER FUNCTION create_product_stock() OWNER TO nextgen_definer;
CREATE TRIGGER stock AFTER INSERT ON products REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION create_product_stock();

CREATE TABLE inventory_logs (
    tenant_id       bigint      NOT NULL,
    id              bigint      NOT NULL DEFAULT next_id(),
    product_id      bigint      NOT NULL,
    vendor_id       bigint      NOT NULL,
    kind            text        NOT NULL CONSTRAINT inventory_logs_kind_known CHECK (kind IN
                        ('opening', 'receipt', 'reserve', 'release', 'sale', 'return', 'damage', 'stock_take', 'adjustment')),
    quantity_change integer     NOT NULL DEFAULT 0 CONSTRAINT inventory_logs_quantity_change_range
                        CHECK (abs(quantity_change) <= 1000000000),
    reserved_change integer     NOT NULL DEFAULT 0 CONSTRAINT inventory_logs_reserved_change_range
                        CHECK (abs(reserved_change) <= 1000000000),
    source_kind     text        NOT NULL DEFAULT '' CONSTRAINT inventory_logs_source_kind_form CHECK (source_kind ~ '^[a-z_]{0,40}$'),
    source_id       bigint,
    occurred_on     date        NOT NULL,
    note            text        NOT NULL DEFAULT '' CONSTRAINT inventory_logs_note_length CHECK (length(note) <= 500),
    actor_id        bigint,
    request_id      text        NOT NULL DEFAULT '',
    created_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT inventory_logs_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT inventory_logs_product_fkey FOREIGN KEY (tenant_id, product_id, vendor_id) REFERENCES products (tenant_id, id, vendor_id),
    CONSTRAINT inventory_logs_direction CHECK (CASE kind
        WHEN 'opening' THEN quantity_change > 0 AND reserved_change = 0
        WHEN 'receipt' THEN quantity_change > 0 AND reserved_change = 0
        WHEN 'return' THEN quantity_change > 0 AND reserved_change = 0
        WHEN 'reserve' THEN quantity_change = 0 AND reserved_change > 0
        WHEN 'release' THEN quantity_change = 0 AND reserved_change < 0
        WHEN 'sale' THEN quantity_change < 0 AND reserved_change BETWEEN quantity_change AND 0
        WHEN 'damage' THEN quantity_change < 0 AND reserved_change = 0
        ELSE quantity_change <> 0 AND reserved_change = 0 END),
    CONSTRAINT inventory_logs_source CHECK ((source_kind = '') = (source_id IS NULL))
) PARTITION BY RANGE (id);
COMMENT ON TABLE inventory_logs IS 'Every change of stock with its cause (گردش کالا). Append-only; each moves product_stocks, and is refused where stock would fall below zero.';
COMMENT ON COLUMN inventory_logs.vendor_id IS 'The product''s.';
COMMENT ON COLUMN inventory_logs.quantity_change IS 'Added to what is on hand, or taken off when below zero.';
COMMENT ON COLUMN inventory_logs.reserved_change IS 'Added to what is reserved, or taken off when below zero; a sale takes off both.';
COMMENT ON COLUMN inventory_logs.source_kind IS 'The table of the document that caused it; empty: a person did.';
COMMENT ON COLUMN inventory_logs.source_id IS 'That document.';
COMMENT ON COLUMN inventory_logs.occurred_on IS 'The business date, which may lie before the day of recording.';
CREATE INDEX inventory_logs_product ON inventory_logs (tenant_id, product_id, id);
CREATE INDEX inventory_logs_vendor ON inventory_logs (tenant_id, vendor_id, id);
CREATE INDEX inventory_logs_kind ON inventory_logs (tenant_id, kind, id);
CREATE INDEX inventory_logs_source ON inventory_logs (tenant_id, source_id) WHERE source_id IS NOT NULL;

CREATE FUNCTION move_stock() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app AS $$
BEGIN
    -- All rows are locked in the order of their ids: two carts with the same goods wait for each other instead of failing.
    PERFORM FROM product_stocks s
      WHERE (s.tenant_id, s.id) IN (SELECT tenant_id, product_id FROM added)
      ORDER BY s.tenant_id, s.id
        FOR NO KEY UPDATE;
    UPDATE product_stocks s
       SET on_hand = s.on_hand + a.quantity_change, reserved = s.reserved + a.reserved_change
      FROM (SELECT tenant_id, product_id, sum(quantity_change)::integer AS quantity_change, sum(reserved_change)::integer AS reserved_change
              FROM added
             GROUP BY tenant_id, product_id) a
     WHERE s.tenant_id = a.tenant_id AND s.id = a.product_id;
    RETURN NULL;
END $$;
ALTER FUNCTION move_stock() OWNER TO nextgen_definer;
GRANT SELECT, INSERT, UPDATE ON product_stocks TO nextgen_definer;
CREATE TRIGGER move AFTER INSERT ON inventory_logs REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION move_stock();

SELECT protect_table('product_stocks', 'work', '{"vendor": "vendor_id = $", "customer": "true", "dealer": "true"}', '{"vendor": "vendor_id = $"}'),
       protect_table('inventory_logs', 'append', '{"vendor": "vendor_id = $"}',
                     $${"vendor": "vendor_id = $ AND kind IN ('opening', 'receipt', 'damage', 'stock_take', 'adjustment')"}$$);
-- Only movements change what there is; the level at which a product runs low is a person's choice.
REVOKE INSERT, UPDATE, DELETE ON product_stocks FROM nextgen_server;
GRANT UPDATE (reorder_level) ON product_stocks TO nextgen_server;
CREATE TRIGGER touch BEFORE UPDATE ON product_stocks FOR EACH ROW EXECUTE FUNCTION touch_row();

SELECT partition_table('inventory_logs');
SELECT ensure_partitions(3);
