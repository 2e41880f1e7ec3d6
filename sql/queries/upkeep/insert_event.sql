-- A line of the program's diary: $1 kind, $2 level, $3 details.
INSERT INTO system_events (kind, level, details) VALUES ($1, $2, $3::jsonb)
