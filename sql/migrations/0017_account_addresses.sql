-- People: what more is known of them, where they live, and how they are found.
SET LOCAL search_path = app, public;

ALTER TABLE users
    ADD COLUMN mobile             text NOT NULL DEFAULT '' CONSTRAINT users_mobile_form CHECK (mobile ~ '^(09[0-9]{9})?$'),
    ADD COLUMN language           text NOT NULL DEFAULT 'fa' CONSTRAINT users_language_known CHECK (language IN ('fa', 'en')),
    ADD COLUMN national_id_cipher bytea,
    ADD COLUMN national_id_index  bytea,
    ADD COLUMN national_id_last4  text NOT NULL DEFAULT '' CONSTRAINT users_national_id_last4_form CHECK (national_id_last4 ~ '^([0-9]{4})?$'),
    ADD COLUMN totp_secret_cipher bytea,
    ADD COLUMN totp_confirmed_at  timestamptz,
    ADD COLUMN totp_last_step     bigint,
    ADD COLUMN last_sign_in_at    timestamptz,
    ADD COLUMN search_key         text NOT NULL DEFAULT '',
    ADD CONSTRAINT users_national_id_whole
        CHECK (num_nonnulls(national_id_cipher, national_id_index) = 0 AND national_id_last4 = ''
               OR num_nonnulls(national_id_cipher, national_id_index) = 2 AND national_id_last4 <> ''),
    ADD CONSTRAINT users_totp_confirmed CHECK (totp_confirmed_at IS NULL OR totp_secret_cipher IS NOT NULL);
COMMENT ON COLUMN users.locked_until IS 'No sign-in before then, after five wrong passwords in a row.';
COMMENT ON COLUMN users.language IS 'Of what is sent to the person.';
COMMENT ON COLUMN users.national_id_cipher IS 'National id (کد ملی), encrypted by the program.';
COMMENT ON COLUMN users.national_id_index IS 'Keyed hash of it, to find the person by.';
COMMENT ON COLUMN users.national_id_last4 IS 'Its last four digits, for the eye.';
COMMENT ON COLUMN users.totp_secret_cipher IS 'Secret of the second factor, encrypted by the program; null: none is enrolled.';
COMMENT ON COLUMN users.totp_confirmed_at IS 'When the person proved to have it; from then on signing in needs it.';
COMMENT ON COLUMN users.totp_last_step IS 'The time step of the last code accepted: a code works once.';
COMMENT ON COLUMN users.search_key IS 'E-mail, name and mobile folded for searching.';
CREATE UNIQUE INDEX users_national_id_key ON users (tenant_id, national_id_index) WHERE national_id_index IS NOT NULL;
CREATE INDEX users_mobile ON users (tenant_id, mobile) WHERE mobile <> '';
CREATE INDEX users_display_name ON users (tenant_id, display_name, id);
CREATE INDEX users_words ON users USING gin (tenant_id, search_key extensions.gin_trgm_ops);
COMMENT ON INDEX users_words IS 'Words anywhere in the text, within one tenant: search_users().';

CREATE FUNCTION search_users(needle text) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, app AS $$
    SELECT find_matches('app.users', needle)
$$;
COMMENT ON FUNCTION search_users(text) IS 'Ids of this tenant''s people that hold every word of the folded needle, to be joined to users; as search_products.';
ALTER FUNCTION search_users(text) OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION search_users(text) TO nextgen_server, nextgen_reader;

CREATE TABLE recovery_codes (
    tenant_id  bigint      NOT NULL CONSTRAINT recovery_codes_tenant_fkey REFERENCES tenants (id),
    id         bigint      NOT NULL DEFAULT next_id(),
    user_id    bigint      NOT NULL,
    code_hash  bytea       NOT NULL,
    used_at    timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT recovery_codes_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT recovery_codes_user_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id),
    CONSTRAINT recovery_codes_code_key UNIQUE (tenant_id, user_id, code_hash)
);
COMMENT ON TABLE recovery_codes IS 'Codes that each sign a person in once without the second factor. A new set replaces the old one.';
COMMENT ON COLUMN recovery_codes.code_hash IS 'Of the code, which itself is shown once and not stored.';

CREATE TABLE addresses (
    tenant_id      bigint      NOT NULL CONSTRAINT addresses_tenant_fkey REFERENCES tenants (id),
    id             bigint      NOT NULL DEFAULT next_id(),
    user_id        bigint      NOT NULL,
    title          text        NOT NULL DEFAULT '' CONSTRAINT addresses_title_length CHECK (length(title) <= 60),
    recipient_name text        NOT NULL CONSTRAINT addresses_recipient_name_length CHECK (length(recipient_name) BETWEEN 1 AND 200),
    mobile         text        NOT NULL CONSTRAINT addresses_mobile_form CHECK (mobile ~ '^09[0-9]{9}$'),
    province       text        NOT NULL CONSTRAINT addresses_province_length CHECK (length(province) BETWEEN 1 AND 60),
    city           text        NOT NULL CONSTRAINT addresses_city_length CHECK (length(city) BETWEEN 1 AND 60),
    address        text        NOT NULL CONSTRAINT addresses_address_length CHECK (length(address) BETWEEN 1 AND 500),
    plaque         text        NOT NULL DEFAULT '' CONSTRAINT addresses_plaque_length CHECK (length(plaque) <= 20),
    unit           text        NOT NULL DEFAULT '' CONSTRAINT addresses_unit_length CHECK (length(unit) <= 20),
    postal_code    text        NOT NULL DEFAULT '' CONSTRAINT addresses_postal_code_form CHECK (postal_code ~ '^([0-9]{10})?$'),
    latitude_e6    integer     CONSTRAINT addresses_latitude_e6_range CHECK (latitude_e6 BETWEEN -90000000 AND 90000000),
    longitude_e6   integer     CONSTRAINT addresses_longitude_e6_range CHECK (longitude_e6 BETWEEN -180000000 AND 180000000),
    is_default     boolean     NOT NULL DEFAULT false,
    is_active      boolean     NOT NULL DEFAULT true,
    search_key     text        NOT NULL DEFAULT '',
    version        integer     NOT NULL DEFAULT 1,
    created_at     timestamptz NOT NULL DEFAULT now(),
    updated_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT addresses_pkey PRIMARY KEY (tenant_id, id),
    CONSTRAINT addresses_user_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id),
    CONSTRAINT addresses_default_is_active CHECK (is_active OR NOT is_default),
    CONSTRAINT addresses_place CHECK ((latitude_e6 IS NULL) = (longitude_e6 IS NULL))
);
COMMENT ON TABLE addresses IS 'Where a person''s orders can be sent. Orders keep a copy of the one they went to.';
COMMENT ON COLUMN addresses.title IS 'What the person calls it: home, shop …';
COMMENT ON COLUMN addresses.plaque IS 'House number (پلاک).';
COMMENT ON COLUMN addresses.unit IS 'Flat in the house (واحد).';
COMMENT ON COLUMN addresses.postal_code IS 'Ten digits; empty when not known.';
COMMENT ON COLUMN addresses.latitude_e6 IS 'Millionths of a degree north.';
COMMENT ON COLUMN addresses.longitude_e6 IS 'Millionths of a degree east.';
COMMENT ON COLUMN addresses.is_default IS 'The one offered first; a person has one at most.';
COMMENT ON COLUMN addresses.search_key IS 'Recipient, city and address folded for searching.';
CREATE UNIQUE INDEX addresses_one_default ON addresses (tenant_id, user_id) WHERE is_default;
CREATE INDEX addresses_user ON addresses (tenant_id, user_id, id);
CREATE INDEX addresses_postal_code ON addresses (tenant_id, postal_code) WHERE postal_code <> '';

SELECT protect_table('recovery_codes', 'work', '{"outsider": "user_id = @actor"}', '{"outsider": "user_id = @actor"}'),
       protect_table('addresses', 'write', '{"customer": "user_id = $"}', '{"customer": "user_id = $"}');
