-- A call as an IVR tells of it. What made it a contact (trigger and what follows it) is written once; a triggered call
-- without published_at is still owed to the broker, and a job pays.
create table phone_call (
    client          text not null,
    call_id         text not null,
    contact_id      uuid not null unique,
    caller          text,
    dialled         text,
    direction       text not null,
    caller_name     text,
    language        text,
    queue_hint      text,
    started_at      timestamptz not null,
    trigger         text,
    triggered_at    timestamptz,
    menu_path       text[] not null default '{}',
    collected       jsonb not null default '{}',
    published_at    timestamptz,
    ended_at        timestamptz,
    ticket_id       uuid,
    ticket_number   text,
    ticket_queue    text,
    ticket_priority text,
    ticket_opened   boolean,
    answer          jsonb,
    primary key (client, call_id)
);

create index phone_call_unpublished on phone_call (triggered_at) where trigger is not null and published_at is null;
