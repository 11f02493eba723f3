-- A request made on a portal. The row stands before the contact is published, so that news of its ticket always finds
-- it; accepted_at is null until the broker has the contact, and such a request is not shown to anyone.
create table portal_request (
    contact_id      uuid primary key,
    reference       text not null unique,
    client          text not null,
    payload_hash    text not null,
    requester       jsonb not null,
    subject         text not null,
    language        text,
    fields          jsonb not null,
    received_at     timestamptz not null,
    accepted_at     timestamptz,
    last_sequence   integer not null default 0,
    ticket_id       uuid,
    ticket_number   text,
    ticket_status   text,
    ticket_revision bigint,
    changed_at      timestamptz not null
);

create index portal_request_by_ticket on portal_request (ticket_id) where ticket_id is not null;

-- What was said on a request. A customer's message has the sequence of its entry, support's has none.
create table portal_message (
    message_id   uuid primary key,
    contact_id   uuid not null references portal_request,
    sequence     integer,
    side         text not null check (side in ('you', 'support')),
    author       text,
    text         text not null,
    payload_hash text,
    said_at      timestamptz not null,
    accepted_at  timestamptz
);

create index portal_message_by_request on portal_message (contact_id, said_at, message_id);
