-- Executors: who installs and builds, the projects they bid for, and the milestones they are paid by.
SET LOCAL search_path = app, public;

CREATE TABLE executor_profiles (
    tenant_id          bigint      NOT NULL CONSTRAINT executor_profiles_tenant_fkey REFERENCES tenants (id),
    id                 bigint      NOT NULL DEFAULT next_id(),
    code               text        NOT NULL CONSTRAINT executor_profiles_code_length CHECK (length(code) BETWEEN 1 AND 32),
    title_fa           text        NOT NULL CONSTRAINT executor_profiles_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 200),
    title_en           text        NOT NULL DEFAULT '' CONSTRAINT executor_profiles_title_en_length CHECK (length(title_en) <= 200),
    kind               text        NOT NULL DEFAULT 'natural' CONSTRAINT executor_profiles_kind_known CHECK (kind IN ('natural', 'legal')),
    status             text        NOT NULL DEFAULT 'pending' CONSTRAINT executor_profiles_status_known
                           CHECK (status IN ('pending', 'in_review', 'approved', 'rejected', 'suspended', 'closed')),
    status_reason      text        NOT NULL DEFAULT '' CONSTRAINT executor_profiles_status_reason_length CHECK (length(status_reason) <= 500),
    skills             text        NOT NULL DEFAULT '' CONSTRAINT executor_profiles_skills_length CHECK (length(skills) <= 1000),
    mobile             text        NOT NULL DEFAULT '' CONSTRAINT executor_profiles_mobile_form CHECK (mobile ~ '^(09[0-9]{9})?$'),
    email              text        NOT NULL DEFAULT '' CONSTRAINT executor_profiles_email_form
                           CHECK (email = '' OR (email = lower(email) AND email ~ '^[^@\s]+@[^@\s]+$')),
    province           text        NOT NULL DEFAULT '' CONSTRAINT executor_profiles_province_length CHECK (length(province) <= 60),
    city               text        NOT NULL DEFAULT '' CONSTRAINT executor_profiles_city_length CHECK (length(city) <= 60),
    license_number     text        NOT NULL DEFAULT '' CONSTRAINT executor_profiles_license_number_length CHECK (length(license_number) <= 60),
    license_expires_on date,
    capacity           integer     NOT NULL DEFAULT 1 CONSTRAINT executor_profiles_capacity_range CHECK (capacity BETWEEN 0 AND 1000),
    national_id_cipher bytea,
    national_id_index  bytea,
    national_id_last4  text        NOT NULL DEFAULT '' CONSTRAINT executor_profiles_national_id_last4_form
                           CHECK (national_id_last4 ~ '^([0-9]{4})?$'),
    iban_cipher        bytea,
    iban_index         bytea,
    iban_last4         text        NOT NULL DEFAULT '' CONSTRAINT executor_profiles_iban_last4_form CHECK (iban_last4 ~ '^([0-9]{4})?$'),
    media_id           bigint,
    search_key         text        NOT NULL DEFAULT '',
    version            integer     NOT NULL DEFAULT 1,
    created_at         timestamptz NOT NULL DEFAULT now(),
    updated_at         timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT executor_profiles_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT executor_profiles_media_fkey FOREIGN KEY (tenant_id, media_id) REFERENCES media (tenant_id, id),
    CONSTRAINT executor_profiles_code_key UNIQUE (tenant_id, code),
    CONSTRAINT executor_profiles_national_id_key UNIQUE (tenant_id, national_id_index),
    CONSTRAINT executor_profiles_national_id_whole
        CHECK (num_nonnulls(national_id_cipher, national_id_index) IN (0, 2) AND (national_id_cipher IS NULL) = (national_id_last4 = '')),
    CONSTRAINT executor_profiles_iban_whole
        CHECK (num_nonnulls(iban_cipher, iban_index) IN (0, 2) AND (iban_cipher IS NULL) = (iban_last4 = '')),
    CONSTRAINT executor_profiles_refused_with_reason CHECK (status NOT IN ('rejected', 'suspended') OR status_reason <> '')
);
COMMENT ON TABLE executor_profiles IS 'A person or company that carries out projects (مجری): installation, repair, building.';
COMMENT ON COLUMN executor_profiles.code IS 'As people name the executor.';
COMMENT ON COLUMN executor_profiles.kind IS 'natural: a person; legal: a company.';
COMMENT ON COLUMN executor_profiles.status IS 'Only approved ones bid. Moves are acts of the program, not edits.';
COMMENT ON COLUMN executor_profiles.status_reason IS 'Why it was rejected or suspended, as told to it.';
COMMENT ON COLUMN executor_profiles.skills IS 'What it can do, in words.';
COMMENT ON COLUMN executor_profiles.license_number IS 'Of its trade licence (پروانهٔ کسب).';
COMMENT ON COLUMN executor_profiles.license_expires_on IS 'The licence''s last day.';
COMMENT ON COLUMN executor_profiles.capacity IS 'Projects it can carry out at a time.';
COMMENT ON COLUMN executor_profiles.national_id_cipher IS 'National id, encrypted by the program.';
COMMENT ON COLUMN executor_profiles.national_id_index IS 'Keyed hash of it, to find the executor by and to refuse a second one.';
COMMENT ON COLUMN executor_profiles.national_id_last4 IS 'Its last four digits, for the eye.';
COMMENT ON COLUMN executor_profiles.iban_cipher IS 'Where it is paid, encrypted by the program.';
COMMENT ON COLUMN executor_profiles.iban_index IS 'Keyed hash of it, to find it by.';
COMMENT ON COLUMN executor_profiles.iban_last4 IS 'Its last four digits, for the eye.';
COMMENT ON COLUMN executor_profiles.media_id IS 'Its picture.';
COMMENT ON COLUMN executor_profiles.search_key IS 'Code, titles and skills folded for searching.';
CREATE INDEX executor_profiles_title_fa ON executor_profiles (tenant_id, title_fa, id);
CREATE INDEX executor_profiles_status ON executor_profiles (tenant_id, status, id);
CREATE INDEX executor_profiles_city ON executor_profiles (tenant_id, province, city, id);
CREATE INDEX executor_profiles_license ON executor_profiles (tenant_id, license_expires_on, id) WHERE license_expires_on IS NOT NULL;
CREATE INDEX executor_profiles_media ON executor_profiles (tenant_id, media_id) WHERE media_id IS NOT NULL;
COMMENT ON INDEX executor_profiles_license IS 'Licences that run out.';

ALTER TABLE user_role_assignments
    ADD COLUMN executor_id bigint,
    ADD CONSTRAINT user_role_assignments_executor_fkey FOREIGN KEY (tenant_id, executor_id) REFERENCES executor_profiles (tenant_id, id),
    ADD CONSTRAINT user_role_assignments_executor_role CHECK (executor_id IS NULL OR role = 'EXECUTOR');
COMMENT ON COLUMN user_role_assignments.executor_id IS 'For EXECUTOR: whose person this is; without one the person sees no executor''s rows.';
CREATE INDEX user_role_assignments_executor ON user_role_assignments (tenant_id, executor_id) WHERE executor_id IS NOT NULL;

CREATE TABLE projects (
    tenant_id             bigint      NOT NULL CONSTRAINT projects_tenant_fkey REFERENCES tenants (id),
    id                    bigint      NOT NULL DEFAULT next_id(),
    project_number        text        NOT NULL CONSTRAINT projects_project_number_length CHECK (length(project_number) BETWEEN 1 AND 32),
    title_fa              text        NOT NULL CONSTRAINT projects_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 200),
    title_en              text        NOT NULL DEFAULT '' CONSTRAINT projects_title_en_length CHECK (length(title_en) <= 200),
    description           text        NOT NULL DEFAULT '' CONSTRAINT projects_description_length CHECK (length(description) <= 20000),
    customer_id           bigint,
    dealer_id             bigint,
    category_id           bigint,
    province              text        NOT NULL DEFAULT '' CONSTRAINT projects_province_length CHECK (length(province) <= 60),
    city                  text        NOT NULL DEFAULT '' CONSTRAINT projects_city_length CHECK (length(city) <= 60),
    address               text        NOT NULL DEFAULT '' CONSTRAINT projects_address_length CHECK (length(address) <= 500),
    minimum_budget_amount bigint      CONSTRAINT projects_minimum_budget_amount_range CHECK (minimum_budget_amount BETWEEN 0 AND 9007199254740991),
    maximum_budget_amount bigint      CONSTRAINT projects_maximum_budget_amount_range CHECK (maximum_budget_amount BETWEEN 0 AND 9007199254740991),
    bidding               text        NOT NULL DEFAULT 'open' CONSTRAINT projects_bidding_known CHECK (bidding IN ('open', 'invited', 'sealed')),
    status                text        NOT NULL DEFAULT 'draft' CONSTRAINT projects_status_known CHECK (status IN
                              ('draft', 'open', 'closed', 'awarded', 'in_progress', 'completed', 'disputed', 'cancelled')),
    bids_close_at         timestamptz,
    starts_on             date,
    due_on                date,
    executor_id           bigint,
    retention_bp          integer     NOT NULL DEFAULT 0 CONSTRAINT projects_retention_bp_range CHECK (retention_bp BETWEEN 0 AND 10000),
    search_key            text        NOT NULL DEFAULT '',
    version               integer     NOT NULL DEFAULT 1,
    created_at            timestamptz NOT NULL DEFAULT now(),
    updated_at            timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT projects_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT projects_customer_fkey FOREIGN KEY (tenant_id, customer_id) REFERENCES users (tenant_id, id),
    CONSTRAINT projects_dealer_fkey FOREIGN KEY (tenant_id, dealer_id) REFERENCES dealer_profiles (tenant_id, id),
    CONSTRAINT projects_category_fkey FOREIGN KEY (tenant_id, category_id) REFERENCES categories (tenant_id, id),
    CONSTRAINT projects_executor_fkey FOREIGN KEY (tenant_id, executor_id) REFERENCES executor_profiles (tenant_id, id),
    CONSTRAINT projects_project_number_key UNIQUE (tenant_id, project_number),
    CONSTRAINT projects_budget CHECK (minimum_budget_amount <= maximum_budget_amount),
    CONSTRAINT projects_dates CHECK (starts_on <= due_on),
    CONSTRAINT projects_open CHECK (status = 'draft' OR status = 'cancelled' OR bids_close_at IS NOT NULL),
    CONSTRAINT projects_awarded CHECK (status NOT IN ('awarded', 'in_progress', 'completed', 'disputed') OR executor_id IS NOT NULL)
);
COMMENT ON TABLE projects IS 'Work that executors bid for (پروژه).';
COMMENT ON COLUMN projects.project_number IS 'As people name it.';
COMMENT ON COLUMN projects.customer_id IS 'The person it is for.';
COMMENT ON COLUMN projects.dealer_id IS 'The dealer it is for.';
COMMENT ON COLUMN projects.category_id IS 'The kind of goods that it is about.';
COMMENT ON COLUMN projects.minimum_budget_amount IS 'Rials the customer means to spend at least.';
COMMENT ON COLUMN projects.maximum_budget_amount IS 'Rials the customer means to spend at most.';
COMMENT ON COLUMN projects.bidding IS 'open: approved executors may bid; invited: those asked; sealed: asked, and bids are read after the close.';
COMMENT ON COLUMN projects.bids_close_at IS 'No bids after this.';
COMMENT ON COLUMN projects.executor_id IS 'Who was given it.';
COMMENT ON COLUMN projects.retention_bp IS 'Part of each payment kept until the warranty ends, in basis points.';
COMMENT ON COLUMN projects.search_key IS 'Number and titles folded for searching.';
CREATE INDEX projects_status ON projects (tenant_id, status, id);
CREATE INDEX projects_bids_close_at ON projects (tenant_id, bids_close_at, id) WHERE status = 'open';
CREATE INDEX projects_title_fa ON projects (tenant_id, title_fa, id);
CREATE INDEX projects_due_on ON projects (tenant_id, due_on, id) WHERE status IN ('awarded', 'in_progress');
CREATE INDEX projects_customer ON projects (tenant_id, customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX projects_dealer ON projects (tenant_id, dealer_id, id) WHERE dealer_id IS NOT NULL;
CREATE INDEX projects_category ON projects (tenant_id, category_id, id) WHERE category_id IS NOT NULL;
CREATE INDEX projects_executor ON projects (tenant_id, executor_id, id) WHERE executor_id IS NOT NULL;
COMMENT ON INDEX projects_bids_close_at IS 'What can still be bid for, and whose time is over.';
COMMENT ON INDEX projects_due_on IS 'Work that is due or late.';

CREATE TABLE project_bids (
    tenant_id       bigint      NOT NULL,
    id              bigint      NOT NULL DEFAULT next_id(),
    project_id      bigint      NOT NULL,
    executor_id     bigint      NOT NULL,
    status          text        NOT NULL DEFAULT 'submitted' CONSTRAINT project_bids_status_known CHECK (status IN
                        ('invited', 'declined', 'submitted', 'withdrawn', 'shortlisted', 'accepted', 'rejected', 'expired')),
    amount          bigint      CONSTRAINT project_bids_amount_positive CHECK (amount BETWEEN 1 AND 9007199254740991),
    duration_days   integer     CONSTRAINT project_bids_duration_days_range CHECK (duration_days BETWEEN 1 AND 3650),
    warranty_months integer     NOT NULL DEFAULT 0 CONSTRAINT project_bids_warranty_months_range CHECK (warranty_months BETWEEN 0 AND 240),
    message         text        NOT NULL DEFAULT '' CONSTRAINT project_bids_message_length CHECK (length(message) <= 5000),
    valid_until     date,
    submitted_at    timestamptz,
    decided_at      timestamptz,
    decision_reason text        NOT NULL DEFAULT '' CONSTRAINT project_bids_decision_reason_length CHECK (length(decision_reason) <= 1000),
    version         integer     NOT NULL DEFAULT 1,
    created_at      timestamptz NOT NULL DEFAULT now(),
    updated_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT project_bids_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT project_bids_project_fkey FOREIGN KEY (tenant_id, project_id) REFERENCES projects (tenant_id, id),
    CONSTRAINT project_bids_executor_fkey FOREIGN KEY (tenant_id, executor_id) REFERENCES executor_profiles (tenant_id, id),
    CONSTRAINT project_bids_executor_key UNIQUE (tenant_id, project_id, executor_id),
    CONSTRAINT project_bids_submitted
        CHECK (status IN ('invited', 'declined', 'expired') OR num_nulls(amount, duration_days, submitted_at) = 0),
    CONSTRAINT project_bids_decided CHECK ((status IN ('accepted', 'rejected')) = (decided_at IS NOT NULL))
);
COMMENT ON TABLE project_bids IS 'What an executor offers for a project; before that, that it was invited. An executor has one bid a project, its revisions are in the audit trail.';
COMMENT ON COLUMN project_bids.amount IS 'Rials asked for.';
COMMENT ON COLUMN project_bids.duration_days IS 'Days the work takes.';
COMMENT ON COLUMN project_bids.warranty_months IS 'On the work done.';
COMMENT ON COLUMN project_bids.valid_until IS 'The last day the offer holds; null: until it is decided.';
COMMENT ON COLUMN project_bids.decision_reason IS 'Why it was taken or not.';
CREATE UNIQUE INDEX project_bids_one_accepted ON project_bids (tenant_id, project_id) WHERE status = 'accepted';
CREATE INDEX project_bids_executor ON project_bids (tenant_id, executor_id, id);
CREATE INDEX project_bids_amount ON project_bids (tenant_id, project_id, amount, id);
CREATE INDEX project_bids_status ON project_bids (tenant_id, status, id);
COMMENT ON INDEX project_bids_amount IS 'The comparison of a project''s bids.';

CREATE TABLE project_milestones (
    tenant_id    bigint      NOT NULL,
    id           bigint      NOT NULL DEFAULT next_id(),
    project_id   bigint      NOT NULL,
    position     integer     NOT NULL DEFAULT 1 CONSTRAINT project_milestones_position_range CHECK (position BETWEEN 1 AND 1000),
    title        text        NOT NULL CONSTRAINT project_milestones_title_length CHECK (length(title) BETWEEN 1 AND 200),
    description  text        NOT NULL DEFAULT '' CONSTRAINT project_milestones_description_length CHECK (length(description) <= 5000),
    amount       bigint      NOT NULL CONSTRAINT project_milestones_amount_range CHECK (amount BETWEEN 0 AND 9007199254740991),
    due_on       date,
    status       text        NOT NULL DEFAULT 'planned' CONSTRAINT project_milestones_status_known CHECK (status IN
                     ('planned', 'funded', 'in_progress', 'done', 'approved', 'released', 'disputed', 'cancelled')),
    done_at      timestamptz,
    approved_at  timestamptz,
    released_at  timestamptz,
    payment_id   bigint,
    version      integer     NOT NULL DEFAULT 1,
    created_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT project_milestones_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT project_milestones_project_fkey FOREIGN KEY (tenant_id, project_id) REFERENCES projects (tenant_id, id),
    CONSTRAINT project_milestones_payment_fkey FOREIGN KEY (tenant_id, payment_id) REFERENCES payments (tenant_id, id),
    CONSTRAINT project_milestones_position_key UNIQUE (tenant_id, project_id, position),
    CONSTRAINT project_milestones_done CHECK (status NOT IN ('done', 'approved', 'released') OR done_at IS NOT NULL),
    CONSTRAINT project_milestones_approved CHECK (status NOT IN ('approved', 'released') OR approved_at IS NOT NULL),
    CONSTRAINT project_milestones_released CHECK ((status = 'released') = (released_at IS NOT NULL)),
    CONSTRAINT project_milestones_times CHECK (done_at <= approved_at AND approved_at <= released_at)
);
COMMENT ON TABLE project_milestones IS 'A step of a project and what is paid for it: planned, money laid aside, done, approved by the customer, released.';
COMMENT ON COLUMN project_milestones.amount IS 'Rials.';
COMMENT ON COLUMN project_milestones.done_at IS 'When the executor said it was done.';
COMMENT ON COLUMN project_milestones.approved_at IS 'When the customer agreed.';
COMMENT ON COLUMN project_milestones.released_at IS 'When the money went to the executor.';
COMMENT ON COLUMN project_milestones.payment_id IS 'The customer''s payment that covers it.';
CREATE INDEX project_milestones_due_on ON project_milestones (tenant_id, due_on, id) WHERE status IN ('planned', 'funded', 'in_progress');
CREATE INDEX project_milestones_payment ON project_milestones (tenant_id, payment_id) WHERE payment_id IS NOT NULL;
COMMENT ON INDEX project_milestones_due_on IS 'Steps that are due or late.';

SELECT protect_table('executor_profiles', 'write', '{"executor": "id = $"}'),
       protect_table('project_bids', 'write', '{"executor": "executor_id = $"}',
                     $${"executor": "executor_id = $ AND status IN ('submitted', 'withdrawn', 'declined')"}$$),
       -- What is open to all, what it was invited to or bid for, and what it was given.
       protect_table('projects', 'write', jsonb_build_object(
           'executor', $$executor_id = $ OR (bidding = 'open' AND status = 'open') OR (status <> 'draft' AND EXISTS (
                             SELECT FROM app.project_bids b
                              WHERE b.tenant_id = projects.tenant_id AND b.project_id = projects.id AND b.executor_id = $))$$,
           'customer', 'customer_id = $', 'dealer', 'dealer_id = $')),
       protect_table('project_milestones', 'edit', (
           SELECT jsonb_object_agg(kind, format($$EXISTS (
                      SELECT FROM app.projects p
                       WHERE p.tenant_id = project_milestones.tenant_id AND p.id = project_milestones.project_id AND p.%s_id = $)$$, kind))
             FROM unnest(ARRAY['executor', 'customer', 'dealer']) kind));
