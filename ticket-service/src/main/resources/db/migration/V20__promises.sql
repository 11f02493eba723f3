-- What customers were promised, and what became of it: a projection of the log, written with it.
create table promise (
    ticket_id  uuid        not null,
    -- The revision of the event that made it.
    number     integer     not null,
    made_at    timestamptz not null,
    made_by    text,
    step       text,
    due_at     timestamptz not null,
    state      text        not null,
    -- When the customer heard from us, or was told of another time.
    settled_at timestamptz,
    moved_to   timestamptz,
    primary key (ticket_id, number)
);
create unique index promise_owed on promise (ticket_id) where settled_at is null;
create index promise_due on promise (due_at, ticket_id) where state = 'OPEN';

-- What the customer could expect after an event: the next step, and by when they hear from us.
alter table ticket_event add column outlook json;
