-- The last move of a cheque can be taken back: by an event of its own that names the one it undoes, and an entry that reverses what that
-- posted. Nothing is erased. An endorsement says who holds the cheque from then on.
SET LOCAL search_path = app, public;

ALTER TABLE cheque_events
    DROP CONSTRAINT cheque_events_move_check,
    ADD CONSTRAINT cheque_events_move_known CHECK (move IN ('receive', 'deposit', 'recall', 'clear', 'bounce', 'redeposit', 'settle', 'return',
                                                            'endorse', 'recover', 'legal', 'void', 'undo')),
    ADD COLUMN holder_name text NOT NULL DEFAULT '' CONSTRAINT cheque_events_holder_name_length CHECK (length(holder_name) <= 200),
    ADD COLUMN undoes_id bigint,
    ADD CONSTRAINT cheque_events_undoes_fkey FOREIGN KEY (tenant_id, undoes_id) REFERENCES cheque_events (tenant_id, id),
    ADD CONSTRAINT cheque_events_undoes CHECK ((move = 'undo') = (undoes_id IS NOT NULL));
CREATE UNIQUE INDEX cheque_events_undoes_key ON cheque_events (tenant_id, undoes_id) WHERE undoes_id IS NOT NULL;
COMMENT ON INDEX cheque_events_undoes_key IS 'Nothing is taken back twice.';
COMMENT ON COLUMN cheque_events.holder_name IS 'Of an endorsement: whom the cheque was given to.';
