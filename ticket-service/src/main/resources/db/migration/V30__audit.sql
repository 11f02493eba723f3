-- Who changed which setting: what is said of tickets stands in ticket_event.
create table setting_change (
    id         uuid        primary key,
    at         timestamptz not null,
    actor      text        not null,
    actor_name text,
    kind       text        not null,
    name       text        not null,
    before     json,
    after      json
);
create index setting_change_time on setting_change (at, id);
create index setting_change_actor on setting_change (actor, at, id);
create index setting_change_kind on setting_change (kind, at, id);

-- The audit is asked by time (ticket_event_time), by member of staff and by kind of event.
create index ticket_event_actor on ticket_event (actor, at, ticket_id, revision) where actor_kind = 'STAFF';
create index ticket_event_type on ticket_event (type, at, ticket_id, revision);
