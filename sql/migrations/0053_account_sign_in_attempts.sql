-- Wrong sign-ins of names that are nobody's, which lock like those that are, and from each address: counted here, so that all servers
-- count the same, with or without Redis.
SET LOCAL search_path = app, public;

CREATE TABLE sign_in_attempts (
    name_hash    bytea       CONSTRAINT sign_in_attempts_pkey PRIMARY KEY CONSTRAINT sign_in_attempts_name_hash_length CHECK (length(name_hash) = 32),
    wrong        integer     NOT NULL CONSTRAINT sign_in_attempts_wrong_range CHECK (wrong >= 0),
    locked_until timestamptz,
    forgotten_at timestamptz NOT NULL
);
COMMENT ON TABLE sign_in_attempts IS 'Wrong sign-ins lately of what no user''s row can count: names that are nobody''s, and addresses. Of no tenant.';
COMMENT ON COLUMN sign_in_attempts.name_hash IS 'BLAKE2b-256 of tenant and e-mail, or of the address.';
COMMENT ON COLUMN sign_in_attempts.wrong IS 'How many in a row.';
COMMENT ON COLUMN sign_in_attempts.locked_until IS 'Nothing is let in before then.';
CREATE INDEX sign_in_attempts_forgotten_at ON sign_in_attempts (forgotten_at);
COMMENT ON INDEX sign_in_attempts_forgotten_at IS 'What each new attempt sweeps away.';

CREATE FUNCTION count_wrong_sign_in(name bytea, most integer, lock_seconds integer, keep_seconds integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
DECLARE
    -- Not now(): that may lie before the wait for the row.
    at timestamptz := clock_timestamp();
    found sign_in_attempts;
BEGIN
    DELETE FROM sign_in_attempts
     WHERE name_hash IN (SELECT o.name_hash FROM sign_in_attempts o WHERE o.forgotten_at < at ORDER BY o.forgotten_at LIMIT 4 FOR UPDATE SKIP LOCKED);
    INSERT INTO sign_in_attempts (name_hash, wrong, forgotten_at) VALUES (name, 0, at) ON CONFLICT (name_hash) DO NOTHING;
    SELECT * INTO found FROM sign_in_attempts WHERE name_hash = name FOR UPDATE;
    at := clock_timestamp();
    IF found.locked_until > at THEN
        RETURN ceil(extract(epoch FROM found.locked_until - at));
    END IF;
    IF found.locked_until IS NOT NULL OR found.forgotten_at < at THEN
        found.wrong := 0;
    END IF;
    UPDATE sign_in_attempts
       SET wrong = found.wrong + 1,
           locked_until = CASE WHEN found.wrong + 1 >= most THEN at + make_interval(secs => lock_seconds) END,
           forgotten_at = at + make_interval(secs => greatest(keep_seconds, lock_seconds))
     WHERE name_hash = name;
    RETURN 0;
END $$;
COMMENT ON FUNCTION count_wrong_sign_in(bytea, integer, integer, integer) IS
    'Counts one more wrong sign-in of a name or from an address; the one that makes `most` locks it. Seconds for which it was locked
     already, zero when it was not. A count is forgotten keep_seconds after its last.';
ALTER FUNCTION count_wrong_sign_in(bytea, integer, integer, integer) OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION count_wrong_sign_in(bytea, integer, integer, integer) TO nextgen_server;

CREATE FUNCTION sign_in_lock(name bytea) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, app, pg_temp AS $$
    SELECT coalesce((SELECT ceil(extract(epoch FROM locked_until - clock_timestamp()))::integer
                       FROM sign_in_attempts WHERE name_hash = name AND locked_until > clock_timestamp()), 0)
$$;
COMMENT ON FUNCTION sign_in_lock(bytea) IS 'Seconds for which a name or an address is locked; zero when it is not.';
ALTER FUNCTION sign_in_lock(bytea) OWNER TO nextgen_definer;
GRANT EXECUTE ON FUNCTION sign_in_lock(bytea) TO nextgen_server, nextgen_reader;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempts TO nextgen_definer;
