-- Puts the dealers of the bounces $2 on hold whose unsettled bounced cheques are as many as the tenant's setting says; none: never.
-- The bounces remember it. Told are those who see to credit.
WITH policy AS (
    SELECT (value #>> '{}')::integer AS bounces FROM settings WHERE tenant_id = $1 AND key = 'cheque.stop_dealer_at_bounces'
), stopped AS (
    UPDATE dealer_profiles d SET status = 'on_hold'
      FROM policy p
     WHERE d.tenant_id = $1 AND d.status = 'active' AND p.bounces > 0
       AND d.id IN (SELECT b.dealer_id FROM cheque_bounces b WHERE b.tenant_id = $1 AND b.id = ANY ($2::bigint[]))
       AND (SELECT count(*) FROM cheques c WHERE c.tenant_id = $1 AND c.dealer_id = d.id AND c.status IN ('bounced', 'legal')) >= p.bounces
    RETURNING d.id, d.company_name
), remembered AS (
    UPDATE cheque_bounces b SET has_stopped_dealer = true
      FROM stopped s
     WHERE b.tenant_id = $1 AND b.id = ANY ($2::bigint[]) AND b.dealer_id = s.id
)
SELECT send_notice('dealer_stopped', 'dealer_profiles', id, company_name, replace($3, '{title}', company_name), id, 'credit.read', NULL, $4::bigint)
  FROM stopped
