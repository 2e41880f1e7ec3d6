-- Until the transaction ends, the audit trail leaves this import's rows to one line of its own.
SELECT set_config('app.bulk_id', $1, true)
