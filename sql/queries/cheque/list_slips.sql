-- Slips with what is on them. The bank has not answered for a cheque that is at the bank and was deposited by the slip the last time.
SELECT *
  FROM (SELECT s.tenant_id, s.id, s.slip_number, s.bank_account_id, b.title_fa AS bank_account_name, s.status, s.handed_on,
               coalesce(on_it.cheque_count, 0)::integer AS cheque_count, coalesce(on_it.total_amount, 0)::bigint AS total_amount,
               coalesce(on_it.unanswered_count, 0)::integer AS unanswered_count, s.note, s.version, s.created_at, s.updated_at
          FROM cheque_slips s
          JOIN bank_accounts b ON b.tenant_id = s.tenant_id AND b.id = s.bank_account_id
          LEFT JOIN LATERAL (SELECT count(*) AS cheque_count, sum(c.amount) AS total_amount,
                                    count(*) FILTER (WHERE c.status = 'deposited' AND i.event_id IS NOT NULL
                                                       AND NOT EXISTS (SELECT FROM cheque_events e
                                                                        WHERE e.tenant_id = i.tenant_id AND e.cheque_id = i.cheque_id
                                                                          AND e.id > i.event_id AND e.move IN ('deposit', 'redeposit')))
                                        AS unanswered_count
                               FROM cheque_slip_items i
                               JOIN cheques c ON c.tenant_id = i.tenant_id AND c.id = i.cheque_id
                              WHERE i.tenant_id = s.tenant_id AND i.slip_id = s.id) on_it ON true) slip
 WHERE tenant_id = $1
