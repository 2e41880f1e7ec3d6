-- The uploader and the import's dealer's people are told; $5 is who did it and knows, null where nobody waited for it.
SELECT send_notice($3, 'cheque_imports', i.id, i.file_name, replace($4, '{title}', i.file_name), i.dealer_id, NULL, i.actor_id, $5::bigint)
  FROM cheque_imports i
 WHERE i.tenant_id = $1 AND i.id = $2
