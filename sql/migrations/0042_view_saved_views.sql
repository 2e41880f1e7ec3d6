-- Saved views: how people look at lists, kept where they sign in rather than on one machine.
SET LOCAL search_path = app, public;

CREATE TABLE saved_views (
    tenant_id  bigint      NOT NULL CONSTRAINT saved_views_tenant_fkey REFERENCES tenants (id),
    id         bigint      NOT NULL DEFAULT next_id(),
    owner_id   bigint      NOT NULL,
    page       text        NOT NULL CONSTRAINT saved_views_page_form CHECK (page ~ '^[a-z_]{1,63}$'),
    name       text        NOT NULL CONSTRAINT saved_views_name_length CHECK (length(name) BETWEEN 1 AND 100),
    filter     text        NOT NULL DEFAULT '' CONSTRAINT saved_views_filter_length CHECK (length(filter) <= 2000),
    layout     jsonb       NOT NULL DEFAULT '{}' CONSTRAINT saved_views_layout_form
                           CHECK (jsonb_typeof(layout) = 'object' AND octet_length(layout::text) <= 32768),
    is_shared  boolean     NOT NULL DEFAULT false,
    version    integer     NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT saved_views_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT saved_views_name_key UNIQUE (tenant_id, owner_id, page, name),
    CONSTRAINT saved_views_owner_fkey FOREIGN KEY (tenant_id, owner_id) REFERENCES users (tenant_id, id)
);
COMMENT ON TABLE saved_views IS 'A filter and the columns of a list under a name: a person''s own, or shared with the tenant''s staff.';
COMMENT ON COLUMN saved_views.page IS 'The list, as routes call it: cheques.';
COMMENT ON COLUMN saved_views.filter IS 'As text, in the words of the API: status: bounced due_on: today..month_end.';
COMMENT ON COLUMN saved_views.layout IS 'Columns, their order and widths, and the order of rows, as the program that saved it wrote them.';
COMMENT ON COLUMN saved_views.is_shared IS 'All staff of the tenant see it; to share and to change what is shared needs views.share.';
CREATE INDEX saved_views_shared ON saved_views (tenant_id, id) WHERE is_shared;

CREATE TABLE saved_view_uses (
    tenant_id     bigint  NOT NULL CONSTRAINT saved_view_uses_tenant_fkey REFERENCES tenants (id),
    id            bigint  NOT NULL DEFAULT next_id(),
    user_id       bigint  NOT NULL,
    saved_view_id bigint  NOT NULL,
    is_default    boolean NOT NULL DEFAULT false,
    pin_position  integer CONSTRAINT saved_view_uses_pin_position_range CHECK (pin_position BETWEEN 0 AND 99),
    CONSTRAINT saved_view_uses_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT saved_view_uses_view_key UNIQUE (tenant_id, user_id, saved_view_id),
    CONSTRAINT saved_view_uses_user_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id),
    CONSTRAINT saved_view_uses_view_fkey FOREIGN KEY (tenant_id, saved_view_id) REFERENCES saved_views (tenant_id, id)
);
COMMENT ON TABLE saved_view_uses IS 'What one person does with a view, own or shared.';
COMMENT ON COLUMN saved_view_uses.is_default IS 'The person''s list begins with this view; one of a list at most.';
COMMENT ON COLUMN saved_view_uses.pin_position IS 'Its place in the person''s sidebar; empty: not pinned.';
CREATE INDEX saved_view_uses_saved_view ON saved_view_uses (tenant_id, saved_view_id);

SELECT protect_table('saved_views', 'edit', '{"outsider": "owner_id = @actor"}', '{"outsider": "owner_id = @actor"}'),
       protect_table('saved_view_uses', 'work', '{"outsider": "user_id = @actor"}', '{"outsider": "user_id = @actor"}');

INSERT INTO permissions (name) VALUES ('views.share');
INSERT INTO role_permissions (tenant_id, role, permission)
SELECT t.id, r.role, r.permission FROM tenants t CROSS JOIN built_in_rights() r WHERE r.permission = 'views.share'
ON CONFLICT (tenant_id, role, permission) DO NOTHING;
