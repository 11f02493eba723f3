-- A reply stands here, with all that is needed to send it, before its event is acknowledged. It waits (WAITING) until a
-- worker of its channel claims it (CLAIMED), for as long as the lease is renewed. handed_over_at is written before the
-- moment from which on it may have left: without it an abandoned claim is simply sent, with it that is never repeated.
-- The payload is kept until it is decided.
update reply_delivery
set state = 'UNKNOWN', reason = 'The gateway stopped while sending; check with the customer', decided_at = now()
where state = 'CLAIMED';

alter table reply_delivery
    add column seq             bigint generated always as identity unique,
    add column payload         text,
    add column correlation_id  text,
    add column waiting_since   timestamptz not null default now(),
    add column next_attempt_at timestamptz,
    add column attempts        integer not null default 0,
    add column leased_until    timestamptz,
    add column handed_over_at  timestamptz,
    alter column claimed_by drop not null,
    alter column claimed_at drop not null;

update reply_delivery set waiting_since = claimed_at, attempts = 1;

create index reply_delivery_due on reply_delivery (channel, next_attempt_at) where state = 'WAITING';
create index reply_delivery_open on reply_delivery (ticket_id, channel, seq) where state in ('WAITING', 'CLAIMED');
create index reply_delivery_leased on reply_delivery (leased_until) where state = 'CLAIMED';
create index reply_delivery_by_state on reply_delivery (state, seq);
create index reply_delivery_by_ticket on reply_delivery (ticket_id, seq);
drop index reply_delivery_unreported;
create index reply_delivery_unreported on reply_delivery (decided_at)
    where reported_at is null and decided_at is not null;
