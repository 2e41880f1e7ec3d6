-- One person is told, whoever did it. $1 whom, $2 code, $3 title, $4 body.
SELECT send_notice($2, '', NULL, $3, $4, NULL, NULL, $1::bigint, NULL)
