-- What the central bank answers about a drawer: a colour, and of which day it is.
SET LOCAL search_path = app, public;

CREATE TABLE drawer_colours (
    tenant_id   bigint      NOT NULL CONSTRAINT drawer_colours_tenant_fkey REFERENCES tenants (id),
    id          bigint      NOT NULL DEFAULT next_id(),
    drawer_key  bytea       NOT NULL,
    colour      text        NOT NULL CONSTRAINT drawer_colours_colour_known CHECK (colour IN ('white', 'yellow', 'orange', 'brown', 'red')),
    inquired_on date        NOT NULL,
    version     integer     NOT NULL DEFAULT 1,
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT drawer_colours_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT drawer_colours_drawer_key UNIQUE (tenant_id, drawer_key)
);
COMMENT ON TABLE drawer_colours IS 'The colour (رنگ اعتباری) that the central bank gave a drawer when it was asked last.';
COMMENT ON COLUMN drawer_colours.drawer_key IS 'As in drawer_histories.';
COMMENT ON COLUMN drawer_colours.colour IS 'white: nothing has bounced that is not settled; the worst is red.';
COMMENT ON COLUMN drawer_colours.inquired_on IS 'When it was asked.';
SELECT protect_table('drawer_colours', 'write');
