-- Who is told of what happens to tickets, and how far in the log each has got.
create table webhook (
    id             uuid        primary key,
    url            text        not null,
    description    text,
    -- Names of events; none means all.
    types          text[]      not null,
    -- Keys in base64; the former one still signs until it is over.
    secret         text        not null,
    former_secret  text,
    former_until   timestamptz,
    state          text        not null,
    disabled_why   text,
    failing_since  timestamptz,
    failures       integer     not null default 0,
    -- The receiver asked to be left alone.
    quiet_until    timestamptz,
    epoch          integer     not null,
    xid            xid8        not null,
    seq            bigint      not null,
    created_by     text        not null,
    created_at     timestamptz not null,
    revision       integer     not null
);

-- One event for one receiver. What is sent is read from the log when it is sent: nothing a customer said is kept here.
create table webhook_delivery (
    id         uuid        primary key,
    webhook_id uuid        not null references webhook on delete cascade,
    ticket_id  uuid        not null,
    revision   integer     not null,
    type       text        not null,
    made_at    timestamptz not null,
    state      text        not null,
    attempts   integer     not null default 0,
    -- When it is tried next; while it is under way, when it counts as lost.
    next_at    timestamptz
);
create index webhook_delivery_due on webhook_delivery (webhook_id, next_at) where state = 'WAITING';
create index webhook_delivery_turn on webhook_delivery (webhook_id, ticket_id, revision) where state = 'WAITING';
create index webhook_delivery_latest on webhook_delivery (webhook_id, made_at, id);
create index webhook_delivery_state on webhook_delivery (webhook_id, state, made_at, id);
create index webhook_delivery_age on webhook_delivery (made_at) where state <> 'WAITING';

create table webhook_attempt (
    delivery_id uuid        not null references webhook_delivery on delete cascade,
    at          timestamptz not null,
    -- What the receiver answered; null when it did not.
    status      integer,
    duration_ms integer     not null,
    error       text,
    primary key (delivery_id, at)
);

-- Finds where in the log to begin again from a time.
create index ticket_event_time on ticket_event (at, ticket_id, revision);
