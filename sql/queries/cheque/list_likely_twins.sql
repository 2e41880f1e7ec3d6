-- Cheques that may be the same paper as one of those given, each with the place of that one; up to ten for each way of looking.
SELECT g.place, c.id, c.sayad_id, c.dealer_id, d.company_name AS dealer_name, c.amount, c.due_on, c.status, c.bank_code, c.bank_name, c.branch,
       c.series, c.serial, c.account_number, c.iban_last4 AS iban, c.drawer_name, c.drawer_national_id_last4 AS drawer_national_id,
       c.description, c.cheque_import_id, c.version, c.created_at, c.updated_at
  FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[], $9::date[])
       WITH ORDINALITY AS g (sayad_id, bank_code, series, serial, account_number, dealer_id, amount, due_on, place)
 CROSS JOIN LATERAL (
        SELECT id FROM cheques c WHERE c.tenant_id = $1 AND g.sayad_id <> '' AND c.sayad_id = g.sayad_id AND c.sayad_id <> ''
                                   AND c.status NOT IN ('void', 'returned')
        UNION
        SELECT id FROM cheques c WHERE c.tenant_id = $1 AND g.bank_code <> '' AND g.series <> '' AND g.serial <> '' AND c.bank_code = g.bank_code
                                   AND c.series = g.series AND c.serial = g.serial AND c.bank_code <> '' AND c.series <> '' AND c.serial <> ''
                                   AND c.status NOT IN ('void', 'returned')
        UNION
        (SELECT id FROM cheques c WHERE c.tenant_id = $1 AND g.account_number <> '' AND g.serial <> '' AND c.account_number = g.account_number
                                    AND c.serial = g.serial AND c.account_number <> '' AND c.serial <> '' AND c.status NOT IN ('void', 'returned')
          LIMIT 10)
        UNION
        (SELECT id FROM cheques c WHERE c.tenant_id = $1 AND c.dealer_id = g.dealer_id
                                    AND c.status IN ('on_hand', 'deposited', 'cleared', 'bounced', 'endorsed', 'legal')
                                    AND c.due_on BETWEEN g.due_on - $10::integer AND g.due_on + $10::integer AND c.amount = g.amount
          LIMIT 10)) twin
  JOIN cheques c ON c.tenant_id = $1 AND c.id = twin.id
  JOIN dealer_profiles d ON d.tenant_id = c.tenant_id AND d.id = c.dealer_id
 ORDER BY g.place, c.id
