-- Work that is done after the answer was given.
SET LOCAL search_path = app, public;

CREATE TABLE queue_jobs (
    tenant_id    bigint      NOT NULL CONSTRAINT queue_jobs_tenant_fkey REFERENCES tenants (id),
    id           bigint      NOT NULL DEFAULT next_id(),
    queue        text        NOT NULL DEFAULT 'default' CONSTRAINT queue_jobs_queue_form CHECK (queue ~ '^[a-z][a-z0-9_]{0,39}$'),
    kind         text        NOT NULL CONSTRAINT queue_jobs_kind_form CHECK (kind ~ '^[a-z]+([._][a-z]+)*$' AND length(kind) <= 80),
    payload      jsonb       NOT NULL DEFAULT '{}',
    priority     integer     NOT NULL DEFAULT 0 CONSTRAINT queue_jobs_priority_range CHECK (priority BETWEEN -100 AND 100),
    status       text        NOT NULL DEFAULT 'ready' CONSTRAINT queue_jobs_status_known CHECK (status IN ('ready', 'running', 'done', 'cancelled')),
    run_at       timestamptz NOT NULL DEFAULT now(),
    attempts     integer     NOT NULL DEFAULT 0 CONSTRAINT queue_jobs_attempts_range CHECK (attempts >= 0),
    max_attempts integer     NOT NULL DEFAULT 10 CONSTRAINT queue_jobs_max_attempts_range CHECK (max_attempts BETWEEN 1 AND 100),
    locked_by    text        NOT NULL DEFAULT '' CONSTRAINT queue_jobs_locked_by_length CHECK (length(locked_by) <= 100),
    locked_until timestamptz,
    unique_key   text        NOT NULL DEFAULT '' CONSTRAINT queue_jobs_unique_key_length CHECK (length(unique_key) <= 200),
    last_error   text        NOT NULL DEFAULT '' CONSTRAINT queue_jobs_last_error_length CHECK (length(last_error) <= 4000),
    source_kind  text        NOT NULL DEFAULT '' CONSTRAINT queue_jobs_source_kind_form CHECK (source_kind ~ '^[a-z_]{0,40}$'),
    source_id    bigint,
    actor_id     bigint,
    request_id   text        NOT NULL DEFAULT '',
    started_at   timestamptz,
    finished_at  timestamptz,
    version      integer     NOT NULL DEFAULT 1,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT queue_jobs_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT queue_jobs_locked CHECK ((status = 'running') = (locked_until IS NOT NULL)),
    CONSTRAINT queue_jobs_finished CHECK ((status IN ('done', 'cancelled')) = (finished_at IS NOT NULL)),
    CONSTRAINT queue_jobs_source CHECK ((source_kind = '') = (source_id IS NULL))
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);
COMMENT ON TABLE queue_jobs IS 'Jobs waiting, running and lately done. A worker takes them for a time; when it dies, another one does.';
COMMENT ON COLUMN queue_jobs.queue IS 'Workers serve queues by name.';
COMMENT ON COLUMN queue_jobs.kind IS 'What is to be done, as the program names it.';
COMMENT ON COLUMN queue_jobs.payload IS 'What the job needs to know; no secrets.';
COMMENT ON COLUMN queue_jobs.priority IS 'Higher ones first.';
COMMENT ON COLUMN queue_jobs.run_at IS 'Not before then.';
COMMENT ON COLUMN queue_jobs.attempts IS 'How often it was begun.';
COMMENT ON COLUMN queue_jobs.max_attempts IS 'After so many it goes to failed_jobs.';
COMMENT ON COLUMN queue_jobs.locked_by IS 'The worker that has it.';
COMMENT ON COLUMN queue_jobs.locked_until IS 'The worker must be done by then, or say that it goes on.';
COMMENT ON COLUMN queue_jobs.unique_key IS 'Of jobs with the same key only one waits; empty: any number.';
COMMENT ON COLUMN queue_jobs.last_error IS 'What went wrong the last time.';
COMMENT ON COLUMN queue_jobs.source_kind IS 'The table of the record that it is about; empty: of none.';
COMMENT ON COLUMN queue_jobs.source_id IS 'That record.';
CREATE UNIQUE INDEX queue_jobs_unique_key ON queue_jobs (tenant_id, queue, unique_key) WHERE unique_key <> '' AND status = 'ready';
CREATE INDEX queue_jobs_ready ON queue_jobs (queue, priority DESC, run_at, id) WHERE status = 'ready';
CREATE INDEX queue_jobs_lost ON queue_jobs (queue, locked_until) WHERE status = 'running';
CREATE INDEX queue_jobs_status ON queue_jobs (tenant_id, status, id);
CREATE INDEX queue_jobs_source ON queue_jobs (tenant_id, source_id) WHERE source_id IS NOT NULL;
CREATE INDEX queue_jobs_finished_at ON queue_jobs (tenant_id, finished_at) WHERE finished_at IS NOT NULL;
COMMENT ON INDEX queue_jobs_ready IS 'What take_jobs() takes, of all tenants.';
COMMENT ON INDEX queue_jobs_lost IS 'Jobs whose worker died.';
COMMENT ON INDEX queue_jobs_finished_at IS 'Old ones to sweep away.';

CREATE TABLE failed_jobs (
    tenant_id   bigint      NOT NULL CONSTRAINT failed_jobs_tenant_fkey REFERENCES tenants (id),
    id          bigint      NOT NULL DEFAULT next_id(),
    job_id      bigint      NOT NULL,
    queue       text        NOT NULL,
    kind        text        NOT NULL,
    payload     jsonb       NOT NULL DEFAULT '{}',
    attempts    integer     NOT NULL CONSTRAINT failed_jobs_attempts_range CHECK (attempts > 0),
    error_code  text        NOT NULL DEFAULT '' CONSTRAINT failed_jobs_error_code_length CHECK (length(error_code) <= 60),
    error       text        NOT NULL CONSTRAINT failed_jobs_error_length CHECK (length(error) <= 4000),
    source_kind text        NOT NULL DEFAULT '' CONSTRAINT failed_jobs_source_kind_form CHECK (source_kind ~ '^[a-z_]{0,40}$'),
    source_id   bigint,
    failed_at   timestamptz NOT NULL DEFAULT now(),
    retried_at  timestamptz,
    retry_id    bigint,
    note        text        NOT NULL DEFAULT '' CONSTRAINT failed_jobs_note_length CHECK (length(note) <= 1000),
    version     integer     NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT failed_jobs_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT failed_jobs_job_key UNIQUE (tenant_id, job_id),
    CONSTRAINT failed_jobs_retried CHECK ((retried_at IS NULL) = (retry_id IS NULL)),
    CONSTRAINT failed_jobs_source CHECK ((source_kind = '') = (source_id IS NULL))
);
COMMENT ON TABLE failed_jobs IS 'Jobs that failed too often, until somebody looks at them and tries again.';
COMMENT ON COLUMN failed_jobs.job_id IS 'The id it had in queue_jobs.';
COMMENT ON COLUMN failed_jobs.queue IS 'The queue it was in.';
COMMENT ON COLUMN failed_jobs.kind IS 'What was to be done.';
COMMENT ON COLUMN failed_jobs.payload IS 'What the job needed to know.';
COMMENT ON COLUMN failed_jobs.attempts IS 'How often it was begun.';
COMMENT ON COLUMN failed_jobs.error_code IS 'What went wrong, as the program names it: jobs that failed alike are one group.';
COMMENT ON COLUMN failed_jobs.error IS 'What went wrong, in words.';
COMMENT ON COLUMN failed_jobs.source_kind IS 'The table of the record that it was about; empty: of none.';
COMMENT ON COLUMN failed_jobs.source_id IS 'That record.';
COMMENT ON COLUMN failed_jobs.retry_id IS 'The new job that tries again.';
COMMENT ON COLUMN failed_jobs.note IS 'What the person who looked at it says.';
CREATE INDEX failed_jobs_queue ON failed_jobs (tenant_id, queue, id);
CREATE INDEX failed_jobs_error_code ON failed_jobs (tenant_id, error_code, id);
CREATE INDEX failed_jobs_open ON failed_jobs (tenant_id, id) WHERE retried_at IS NULL;
COMMENT ON INDEX failed_jobs_error_code IS 'Those that failed alike.';

-- Outsiders' requests leave work behind, too; they never see any.
SELECT protect_table('queue_jobs', 'work', '{}', '{"outsider": "true"}'),
       protect_table('failed_jobs', 'draft');

CREATE FUNCTION take_jobs(queue text, worker text, lease_seconds integer, most integer) RETURNS SETOF queue_jobs
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, app AS $$
    WITH ready AS MATERIALIZED (
        SELECT r.tenant_id, r.id
          FROM queue_jobs r
         WHERE r.queue = take_jobs.queue AND r.status = 'ready' AND r.run_at <= now()
         ORDER BY r.priority DESC, r.run_at, r.id
         LIMIT least(most, 200)
           FOR UPDATE SKIP LOCKED
    ), lost AS MATERIALIZED (
        SELECT l.tenant_id, l.id
          FROM queue_jobs l
         WHERE l.queue = take_jobs.queue AND l.status = 'running' AND l.locked_until < now()
         LIMIT least(most, 200)
           FOR UPDATE SKIP LOCKED
    )
    UPDATE queue_jobs j
       SET status = 'running', attempts = j.attempts + 1, locked_by = worker, started_at = now(), updated_at = now(),
           version = j.version + 1, locked_until = now() + make_interval(secs => lease_seconds)
     WHERE (j.tenant_id, j.id) IN (SELECT tenant_id, id FROM ready UNION ALL SELECT tenant_id, id FROM lost)
    RETURNING j.*
$$;
COMMENT ON FUNCTION take_jobs(text, text, integer, integer) IS
    'Takes jobs of a queue, of whichever tenant, for a worker: those ready and those whose worker died. The worker then does each
     as its own tenant.';
ALTER FUNCTION take_jobs(text, text, integer, integer) OWNER TO nextgen_definer;
GRANT SELECT, UPDATE ON queue_jobs TO nextgen_definer;
GRANT EXECUTE ON FUNCTION take_jobs(text, text, integer, integer) TO nextgen_server;
