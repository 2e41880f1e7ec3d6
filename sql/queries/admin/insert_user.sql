-- A person with one role; run by the owner. No row when the tenant, or the dealer that is named, does not exist.
-- $1 tenant's slug, $2 e-mail, $3 name, $4 password hash, $5 role, $6 code of the dealer whose person it is, or null,
-- $7 whether the password has to be changed first.
WITH place AS (
    SELECT t.id AS tenant_id, d.id AS dealer_id
      FROM tenants t
      LEFT JOIN dealer_profiles d ON d.tenant_id = t.id AND d.code = $6
     WHERE t.slug = $1 AND ($6::text IS NULL OR d.id IS NOT NULL)
), made AS (
    INSERT INTO users (tenant_id, email, display_name, password_hash, must_change_password)
    SELECT tenant_id, lower($2), $3, $4, coalesce($7::boolean, false) FROM place
    RETURNING tenant_id, id
)
INSERT INTO user_role_assignments (tenant_id, user_id, role, dealer_id)
SELECT made.tenant_id, made.id, $5, place.dealer_id
  FROM made JOIN place USING (tenant_id)
RETURNING user_id AS id
