-- Cheques are set against invoices by the payment that each stands for. What takes a cheque out of hand undoes that, and taking the event
-- back brings it back: so an undone allocation names the event.
SET LOCAL search_path = app, public;

ALTER TABLE payment_allocations
    ADD COLUMN reversed_event_id bigint,
    ADD CONSTRAINT payment_allocations_reversed_event_fkey FOREIGN KEY (tenant_id, reversed_event_id) REFERENCES cheque_events (tenant_id, id),
    ADD CONSTRAINT payment_allocations_reversed CHECK (reversed_event_id IS NULL OR reversed_at IS NOT NULL);
CREATE INDEX payment_allocations_reversed_event ON payment_allocations (tenant_id, reversed_event_id) WHERE reversed_event_id IS NOT NULL;
-- A cheque stands for one payment at a time.
CREATE UNIQUE INDEX payments_cheque_pending_key ON payments (tenant_id, cheque_id) WHERE cheque_id IS NOT NULL AND status = 'pending';
COMMENT ON INDEX payments_cheque_pending_key IS 'A cheque is one payment at a time.';
