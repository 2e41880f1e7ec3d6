-- What people are told, by whichever way, in monthly partitions.
SET LOCAL search_path = app, public;

CREATE TABLE notifications (
    tenant_id        bigint      NOT NULL,
    id               bigint      NOT NULL DEFAULT next_id(),
    user_id          bigint,
    channel          text        NOT NULL CONSTRAINT notifications_channel_known CHECK (channel IN ('in_app', 'email', 'sms')),
    code             text        NOT NULL CONSTRAINT notifications_code_form CHECK (code ~ '^[a-z]+(_[a-z]+)*$' AND length(code) <= 60),
    language         text        NOT NULL DEFAULT 'fa' CONSTRAINT notifications_language_known CHECK (language IN ('fa', 'en')),
    recipient        text        NOT NULL DEFAULT '' CONSTRAINT notifications_recipient_length CHECK (length(recipient) <= 254),
    title            text        NOT NULL DEFAULT '' CONSTRAINT notifications_title_length CHECK (length(title) <= 300),
    body             text        NOT NULL CONSTRAINT notifications_body_length CHECK (length(body) BETWEEN 1 AND 50000),
    source_kind      text        NOT NULL DEFAULT '' CONSTRAINT notifications_source_kind_form CHECK (source_kind ~ '^[a-z_]{0,40}$'),
    source_id        bigint,
    status           text        NOT NULL DEFAULT 'queued' CONSTRAINT notifications_status_known CHECK (status IN
                         ('queued', 'sending', 'sent', 'delivered', 'failed', 'cancelled')),
    attempts         integer     NOT NULL DEFAULT 0 CONSTRAINT notifications_attempts_range CHECK (attempts BETWEEN 0 AND 100),
    next_attempt_at  timestamptz,
    provider         text        NOT NULL DEFAULT '' CONSTRAINT notifications_provider_form CHECK (provider ~ '^[a-z0-9_]{0,40}$'),
    provider_message text        NOT NULL DEFAULT '' CONSTRAINT notifications_provider_message_length CHECK (length(provider_message) <= 100),
    failure_code     text        NOT NULL DEFAULT '' CONSTRAINT notifications_failure_code_length CHECK (length(failure_code) <= 60),
    cost_amount      bigint      NOT NULL DEFAULT 0 CONSTRAINT notifications_cost_amount_range CHECK (cost_amount BETWEEN 0 AND 9007199254740991),
    sent_at          timestamptz,
    delivered_at     timestamptz,
    read_at          timestamptz,
    version          integer     NOT NULL DEFAULT 1,
    created_at       timestamptz NOT NULL DEFAULT now(),
    updated_at       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT notifications_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT notifications_user_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id),
    CONSTRAINT notifications_whom CHECK (CASE channel WHEN 'in_app' THEN user_id IS NOT NULL ELSE recipient <> '' END),
    CONSTRAINT notifications_source CHECK ((source_kind = '') = (source_id IS NULL)),
    CONSTRAINT notifications_sent CHECK (status NOT IN ('sent', 'delivered') OR sent_at IS NOT NULL),
    CONSTRAINT notifications_times CHECK (sent_at <= delivered_at)
) PARTITION BY RANGE (id);
COMMENT ON TABLE notifications IS 'A message to a person, as it was worded: in the program, by e-mail or by SMS. The outbox and its history.';
COMMENT ON COLUMN notifications.user_id IS 'Whom it is for; null: somebody who has no account.';
COMMENT ON COLUMN notifications.code IS 'The occasion, as templates name it.';
COMMENT ON COLUMN notifications.recipient IS 'Address or number that it goes to.';
COMMENT ON COLUMN notifications.source_kind IS 'The table of the record that it is about; empty: of none.';
COMMENT ON COLUMN notifications.source_id IS 'That record.';
COMMENT ON COLUMN notifications.attempts IS 'How often sending was tried.';
COMMENT ON COLUMN notifications.next_attempt_at IS 'When it is tried; null: as soon as possible.';
COMMENT ON COLUMN notifications.provider IS 'The gateway that took it.';
COMMENT ON COLUMN notifications.provider_message IS 'The gateway''s number of it.';
COMMENT ON COLUMN notifications.failure_code IS 'Why it failed, as the gateway named it.';
COMMENT ON COLUMN notifications.cost_amount IS 'Rials that sending cost.';
CREATE INDEX notifications_user ON notifications (tenant_id, user_id, id) WHERE user_id IS NOT NULL;
CREATE INDEX notifications_unread ON notifications (tenant_id, user_id, id) WHERE channel = 'in_app' AND read_at IS NULL;
CREATE INDEX notifications_to_send ON notifications (tenant_id, channel, next_attempt_at, id) WHERE status IN ('queued', 'sending');
CREATE INDEX notifications_status ON notifications (tenant_id, channel, status, id);
CREATE INDEX notifications_source ON notifications (tenant_id, source_id) WHERE source_id IS NOT NULL;
COMMENT ON INDEX notifications_unread IS 'The bell.';
COMMENT ON INDEX notifications_to_send IS 'The outbox.';

SELECT protect_table('notifications', 'draft', $${"outsider": "user_id = @actor AND channel = 'in_app'"}$$,
                     $${"outsider": "user_id = @actor AND channel = 'in_app'"}$$);
SELECT partition_table('notifications');
SELECT ensure_partitions(3);
