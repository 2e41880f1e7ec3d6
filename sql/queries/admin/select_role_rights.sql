-- What the role that is connected could do beyond row-level security.
SELECT rolname AS name, rolsuper AS is_superuser, rolbypassrls AS bypasses_rls FROM pg_roles WHERE rolname = current_user
