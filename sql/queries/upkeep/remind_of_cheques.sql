SELECT remind_of_cheques($1::date, $2, $3, $4)
