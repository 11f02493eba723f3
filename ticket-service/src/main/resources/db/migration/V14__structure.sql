-- Which ticket is shown and worked on at another one. Nothing moves, so taking it back leaves nothing to restore.
create table ticket_merge (
    id             uuid primary key default gen_random_uuid(),
    ticket_id      uuid        not null,
    into_ticket_id uuid        not null,
    status_before  text        not null,
    by_staff       text        not null,
    at             timestamptz not null,
    undone_by      text,
    undone_at      timestamptz
);
create unique index ticket_merge_active on ticket_merge (ticket_id) where undone_at is null;
create index ticket_merge_into on ticket_merge (into_ticket_id) where undone_at is null;

-- Links between tickets, kept once and read from both sides.
create table ticket_link (
    from_id  uuid        not null,
    kind     text        not null,
    to_id    uuid        not null,
    by_staff text        not null,
    at       timestamptz not null,
    primary key (from_id, kind, to_id)
);
create index ticket_link_to on ticket_link (to_id);

-- Contacts that became a ticket of their own.
create table ticket_split (
    ticket_id      uuid primary key,
    from_ticket_id uuid        not null,
    issue_id       uuid        not null,
    from_issue_id  uuid        not null,
    by_staff       text        not null,
    at             timestamptz not null,
    undone_at      timestamptz
);
create index ticket_split_from on ticket_split (from_ticket_id);
