SELECT next_id() AS id
