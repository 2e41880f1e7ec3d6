-- A tenant with its built-in roles; run by the owner. $1 slug, $2 name.
SELECT create_tenant($1, $2) AS id
