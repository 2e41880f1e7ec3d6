-- $1: [{"name": …, "labels": {…}, "value": …}]
INSERT INTO performance_metrics (name, labels, value)
SELECT m.name, m.labels, m.value FROM jsonb_to_recordset($1::jsonb) AS m (name text, labels jsonb, value double precision)
