-- The wording of what the program sends to people.
SET LOCAL search_path = app, public;

CREATE TABLE email_templates (
    tenant_id  bigint      NOT NULL CONSTRAINT email_templates_tenant_fkey REFERENCES tenants (id),
    id         bigint      NOT NULL DEFAULT next_id(),
    code       text        NOT NULL CONSTRAINT email_templates_code_form CHECK (code ~ '^[a-z]+(_[a-z]+)*$' AND length(code) <= 60),
    language   text        NOT NULL DEFAULT 'fa' CONSTRAINT email_templates_language_known CHECK (language IN ('fa', 'en')),
    title_fa   text        NOT NULL CONSTRAINT email_templates_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 200),
    title_en   text        NOT NULL DEFAULT '' CONSTRAINT email_templates_title_en_length CHECK (length(title_en) <= 200),
    subject    text        NOT NULL CONSTRAINT email_templates_subject_length CHECK (length(subject) BETWEEN 1 AND 300),
    body_text  text        NOT NULL CONSTRAINT email_templates_body_text_length CHECK (length(body_text) BETWEEN 1 AND 50000),
    body_html  text        NOT NULL DEFAULT '' CONSTRAINT email_templates_body_html_length CHECK (length(body_html) <= 200000),
    variables  jsonb       NOT NULL DEFAULT '[]' CONSTRAINT email_templates_variables_list CHECK (jsonb_typeof(variables) = 'array'),
    is_active  boolean     NOT NULL DEFAULT true,
    search_key text        NOT NULL DEFAULT '',
    version    integer     NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT email_templates_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT email_templates_code_key UNIQUE (tenant_id, code, language)
);
COMMENT ON TABLE email_templates IS 'E-mails that the program sends, one row for each occasion and language. {{name}} stands for a variable.';
COMMENT ON COLUMN email_templates.code IS 'The occasion, as the program names it: order_placed, cheque_due …';
COMMENT ON COLUMN email_templates.title_fa IS 'What the template is for, in the list of templates.';
COMMENT ON COLUMN email_templates.body_html IS 'Empty: the text alone is sent.';
COMMENT ON COLUMN email_templates.variables IS 'Names of what the program fills in: ["customer_name", …].';
COMMENT ON COLUMN email_templates.search_key IS 'Code and titles folded for searching.';
CREATE INDEX email_templates_title_fa ON email_templates (tenant_id, title_fa, id);

CREATE TABLE sms_templates (
    tenant_id         bigint      NOT NULL CONSTRAINT sms_templates_tenant_fkey REFERENCES tenants (id),
    id                bigint      NOT NULL DEFAULT next_id(),
    code              text        NOT NULL CONSTRAINT sms_templates_code_form CHECK (code ~ '^[a-z]+(_[a-z]+)*$' AND length(code) <= 60),
    language          text        NOT NULL DEFAULT 'fa' CONSTRAINT sms_templates_language_known CHECK (language IN ('fa', 'en')),
    title_fa          text        NOT NULL CONSTRAINT sms_templates_title_fa_length CHECK (length(title_fa) BETWEEN 1 AND 200),
    title_en          text        NOT NULL DEFAULT '' CONSTRAINT sms_templates_title_en_length CHECK (length(title_en) <= 200),
    body              text        NOT NULL CONSTRAINT sms_templates_body_length CHECK (length(body) BETWEEN 1 AND 1000),
    variables         jsonb       NOT NULL DEFAULT '[]' CONSTRAINT sms_templates_variables_list CHECK (jsonb_typeof(variables) = 'array'),
    provider          text        NOT NULL DEFAULT '' CONSTRAINT sms_templates_provider_form CHECK (provider ~ '^[a-z0-9_]{0,40}$'),
    provider_template text        NOT NULL DEFAULT '' CONSTRAINT sms_templates_provider_template_length CHECK (length(provider_template) <= 100),
    approval          text        NOT NULL DEFAULT 'draft' CONSTRAINT sms_templates_approval_known
                          CHECK (approval IN ('draft', 'pending', 'approved', 'rejected')),
    approval_reason   text        NOT NULL DEFAULT '' CONSTRAINT sms_templates_approval_reason_length CHECK (length(approval_reason) <= 500),
    is_active         boolean     NOT NULL DEFAULT true,
    search_key        text        NOT NULL DEFAULT '',
    version           integer     NOT NULL DEFAULT 1,
    created_at        timestamptz NOT NULL DEFAULT now(),
    updated_at        timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT sms_templates_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT sms_templates_code_key UNIQUE (tenant_id, code, language),
    CONSTRAINT sms_templates_approved CHECK (approval <> 'approved' OR provider <> '')
);
COMMENT ON TABLE sms_templates IS 'Text messages that the program sends. Service lines send only what their provider approved.';
COMMENT ON COLUMN sms_templates.code IS 'The occasion, as the program names it.';
COMMENT ON COLUMN sms_templates.title_fa IS 'What the template is for, in the list of templates.';
COMMENT ON COLUMN sms_templates.variables IS 'Names of what the program fills in, in the order the provider counts them.';
COMMENT ON COLUMN sms_templates.provider IS 'The SMS gateway that knows it; empty: sent as plain text.';
COMMENT ON COLUMN sms_templates.provider_template IS 'The gateway''s own name or number of it.';
COMMENT ON COLUMN sms_templates.approval IS 'Where the provider''s approval stands.';
COMMENT ON COLUMN sms_templates.approval_reason IS 'Why the provider refused it.';
COMMENT ON COLUMN sms_templates.search_key IS 'Code and titles folded for searching.';
CREATE INDEX sms_templates_title_fa ON sms_templates (tenant_id, title_fa, id);

SELECT protect_table('email_templates', 'write'),
       protect_table('sms_templates', 'write');
