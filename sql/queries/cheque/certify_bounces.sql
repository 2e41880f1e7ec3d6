-- The certificate of the last bounce of cheques that are handed to the bank again, where it was recorded without one.
UPDATE cheque_bounces b SET certificate_number = $3, certificate_on = $4::date
 WHERE b.tenant_id = $1 AND b.cheque_id = ANY ($2::bigint[]) AND b.certificate_number = ''
   AND b.id = (SELECT max(l.id) FROM cheque_bounces l WHERE l.tenant_id = $1 AND l.cheque_id = b.cheque_id AND NOT l.is_undone)
