-- What went wrong with the program in the last week; run by the owner.
SELECT count(*) AS failures, coalesce((array_agg(kind ORDER BY id DESC))[1], '') AS newest
  FROM system_events
 WHERE level <> 'info' AND id >= id_floor(now() - interval '7 days')
