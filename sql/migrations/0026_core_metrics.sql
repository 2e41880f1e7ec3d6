-- How the program itself is doing, over time.
SET LOCAL search_path = app, public;

CREATE TABLE performance_metrics (
    id     bigint           NOT NULL DEFAULT next_id() CONSTRAINT performance_metrics_pkey PRIMARY KEY,
    at     timestamptz      NOT NULL DEFAULT now(),
    name   text             NOT NULL CONSTRAINT performance_metrics_name_form CHECK (name ~ '^[a-z][a-z0-9_]{0,99}$'),
    labels jsonb            NOT NULL DEFAULT '{}' CONSTRAINT performance_metrics_labels_object CHECK (jsonb_typeof(labels) = 'object'),
    value  double precision NOT NULL
) PARTITION BY RANGE (id);
COMMENT ON TABLE performance_metrics IS 'Measurements of the program as a whole, taken at intervals. Belongs to no tenant and says nothing of one.';
COMMENT ON COLUMN performance_metrics.at IS 'When it was measured.';
COMMENT ON COLUMN performance_metrics.name IS 'As in /metrics.';
COMMENT ON COLUMN performance_metrics.labels IS 'As in /metrics: {"route": "orders.list"}.';
COMMENT ON COLUMN performance_metrics.value IS 'In the unit that the name ends with.';
CREATE INDEX performance_metrics_name ON performance_metrics (name, id);
CREATE INDEX performance_metrics_at ON performance_metrics USING brin (at) WITH (pages_per_range = 32);
COMMENT ON INDEX performance_metrics_at IS 'Spans of time over all names; a thousandth of a b-tree''s size.';
GRANT INSERT ON performance_metrics TO nextgen_server;
-- For the platform's own pages; a permission of the program guards them.
GRANT SELECT ON performance_metrics, system_events TO nextgen_reader;

SELECT partition_table('performance_metrics');
SELECT ensure_partitions(3);
