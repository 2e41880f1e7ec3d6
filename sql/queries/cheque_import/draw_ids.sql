SELECT next_id() AS id FROM generate_series(1, $1::integer)
