-- A temporary table is found before all others unless the path says otherwise: with one named like a table of ours, a session of
-- the server could have made the functions that see more read or write there instead.
SET LOCAL search_path = app, public;

DO $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT p.oid::regprocedure AS name, substr(c, length('search_path=') + 1) AS path
                 FROM pg_proc p, unnest(p.proconfig) c
                WHERE p.pronamespace = 'app'::regnamespace AND p.prosecdef AND c LIKE 'search_path=%' AND c NOT LIKE '%pg_temp' LOOP
        EXECUTE format('ALTER FUNCTION %s SET search_path = %s, pg_temp', one.name, one.path);
    END LOOP;
END $$;
