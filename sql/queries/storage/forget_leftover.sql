SELECT forget_leftover($1, $2)
