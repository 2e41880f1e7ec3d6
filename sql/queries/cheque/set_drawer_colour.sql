INSERT INTO drawer_colours AS k (tenant_id, drawer_key, colour, inquired_on)
SELECT $1, drawer_key(c.drawer_national_id_index, c.dealer_id), $3, $4::date FROM cheques c WHERE c.tenant_id = $1 AND c.id = $2
ON CONFLICT (tenant_id, drawer_key) DO UPDATE SET colour = excluded.colour, inquired_on = excluded.inquired_on
RETURNING k.id
