-- $1 BLAKE2b-256 of what is counted, $2 how many lock it, $3 for how many seconds, $4 seconds to remember it for.
SELECT count_wrong_sign_in($1, $2, $3, $4) AS seconds_locked
