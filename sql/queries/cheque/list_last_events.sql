-- The last event of each of the cheques, and what keeps it from being taken back: postings whose month was put away, of one that ended
-- a cheque, the same leaf recorded anew, and of what a bank did, a slip that was answered and closed.
SELECT c.id, e.id AS event_id, e.move, e.from_status,
       e.ledger_entry_id IS NOT NULL
           AND NOT EXISTS (SELECT FROM ledger_lines l
                            WHERE l.tenant_id = $1 AND l.entry_id = e.ledger_entry_id
                              AND l.id BETWEEN (e.ledger_entry_id >> 20) << 20 AND e.ledger_entry_id | 1048575) AS is_put_away,
       c.status IN ('void', 'returned')
           AND (c.sayad_id <> '' AND EXISTS (SELECT FROM cheques t
                                              WHERE t.tenant_id = $1 AND t.sayad_id = c.sayad_id AND t.sayad_id <> ''
                                                AND t.status NOT IN ('void', 'returned'))
                OR c.bank_code <> '' AND c.series <> '' AND c.serial <> ''
                   AND EXISTS (SELECT FROM cheques t
                                WHERE t.tenant_id = $1 AND t.bank_code = c.bank_code AND t.series = c.series AND t.serial = c.serial
                                  AND t.bank_code <> '' AND t.series <> '' AND t.serial <> ''
                                  AND t.status NOT IN ('void', 'returned'))) AS is_here_again,
       e.move IN ('deposit', 'redeposit', 'clear', 'bounce', 'recall')
           AND EXISTS (SELECT FROM cheque_slip_items i
                         JOIN cheque_slips s ON s.tenant_id = i.tenant_id AND s.id = i.slip_id AND s.status = 'answered'
                        WHERE i.tenant_id = $1 AND i.cheque_id = c.id
                          AND i.event_id = (SELECT max(d.id) FROM cheque_events d
                                             WHERE d.tenant_id = $1 AND d.cheque_id = c.id AND d.move IN ('deposit', 'redeposit'))) AS is_slip_closed
  FROM cheques c
 CROSS JOIN LATERAL (SELECT id, move, from_status, ledger_entry_id
                       FROM cheque_events
                      WHERE tenant_id = $1 AND cheque_id = c.id
                      ORDER BY id DESC
                      LIMIT 1) e
 WHERE c.tenant_id = $1 AND c.id = ANY ($2::bigint[])
