-- A call back to somebody: OFFERED to staff after a call was given up, REQUESTED by the customer for a slot, CANCELLED by
-- them. One that is past its slot is live no longer.
create table callback (
    callback_id uuid primary key,
    contact_id  uuid not null,
    ticket_id   uuid,
    number      text not null,
    state       text not null,
    not_before  timestamptz,
    not_after   timestamptz,
    changed_at  timestamptz not null
);
create unique index callback_of_contact on callback (contact_id) where state in ('OFFERED', 'REQUESTED');
create unique index callback_of_ticket on callback (ticket_id) where state = 'REQUESTED';
create index callback_by_slot on callback (not_before) where state = 'REQUESTED';
