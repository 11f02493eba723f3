-- What the phone told and could not be done in many attempts is left for an operator, and in nobody's way.
alter table call_change add column buried_at timestamptz;

-- The calls of a queue, the latest first.
create index phone_call_queue on phone_call (queue, arrived_at desc, contact_id desc);
