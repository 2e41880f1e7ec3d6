-- Which rows repeat an earlier row or a posted cheque, by Sayad id or by bank, series and serial. $3 and $4: the keys to look at
-- after a mend, null for all. Only rows whose judgement changes are written.
WITH candidates AS (
    SELECT id, row, state, sayad_id, bank_code, series, serial, twin_row, twin_cheque_id,
           bank_code <> '' AND series <> '' AND serial <> '' AS has_leaf
      FROM cheque_import_rows
     WHERE tenant_id = $1 AND cheque_import_id = $2 AND state IN ('ready', 'duplicate')
       AND ($3::text[] IS NULL OR sayad_id = ANY ($3) OR concat_ws('/', bank_code, series, serial) = ANY ($4::text[]))
), first AS (
    SELECT id, row, state, sayad_id, bank_code, series, serial, has_leaf, twin_row, twin_cheque_id,
           CASE WHEN sayad_id <> '' THEN min(row) OVER (PARTITION BY sayad_id) END AS by_sayad,
           CASE WHEN has_leaf THEN min(row) OVER (PARTITION BY has_leaf, bank_code, series, serial) END AS by_leaf
      FROM candidates
), judged AS (
    SELECT f.id, f.state, f.twin_row AS old_row, f.twin_cheque_id AS old_cheque,
           least(nullif(f.by_sayad, f.row), nullif(f.by_leaf, f.row)) AS twin_row,
           coalesce(s.id, l.id) AS twin_cheque_id
      FROM first f
      LEFT JOIN cheques s ON s.tenant_id = $1 AND f.sayad_id <> '' AND s.sayad_id = f.sayad_id AND s.sayad_id <> ''
                         AND s.status NOT IN ('void', 'returned')
      LEFT JOIN cheques l ON l.tenant_id = $1 AND f.has_leaf AND l.bank_code = f.bank_code AND l.series = f.series
                         AND l.serial = f.serial AND l.bank_code <> '' AND l.series <> '' AND l.serial <> ''
                         AND l.status NOT IN ('void', 'returned')
)
UPDATE cheque_import_rows r
   SET state = CASE WHEN j.twin_row IS NULL AND j.twin_cheque_id IS NULL THEN 'ready' ELSE 'duplicate' END,
       twin_row = j.twin_row, twin_cheque_id = j.twin_cheque_id, version = r.version + 1
  FROM judged j
 WHERE r.tenant_id = $1 AND r.id = j.id
   AND (j.old_row IS DISTINCT FROM j.twin_row OR j.old_cheque IS DISTINCT FROM j.twin_cheque_id
        OR j.state <> CASE WHEN j.twin_row IS NULL AND j.twin_cheque_id IS NULL THEN 'ready' ELSE 'duplicate' END)
