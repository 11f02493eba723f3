-- Words that staff find tickets by.
create table ticket_tag (
    ticket_id uuid not null,
    tag       text not null,
    primary key (ticket_id, tag)
);
create index ticket_tag_tag on ticket_tag (tag, ticket_id);

-- The fields a queue's tickets have beyond those every ticket has, and the values they have there.
create table field_schema (
    queue    text primary key,
    fields   json    not null,
    revision integer not null default 1
);
create table ticket_field (
    ticket_id uuid primary key,
    kept      jsonb not null
);

-- What staff spent on tickets; taken back, never deleted.
create table time_spent (
    id            uuid primary key,
    ticket_id     uuid        not null,
    staff         text        not null,
    staff_name    text,
    minutes       integer     not null,
    worked_at     timestamptz not null,
    note          text,
    taken_back_at timestamptz
);
create index time_spent_ticket on time_spent (ticket_id, worked_at, id);

-- What is to be done on a ticket, in its order.
create table checklist_step (
    id        uuid primary key,
    ticket_id uuid    not null,
    position  integer not null,
    text      text    not null,
    done_by   text,
    done_at   timestamptz,
    unique (ticket_id, position)
);
