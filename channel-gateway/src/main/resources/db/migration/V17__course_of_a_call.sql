-- What happens in a call after it began: who answered, how it ended, what came of it. resolved: what the self-service says
-- it solved. happenings, entries and revision count the rows of the tables below, those that are gone too.
alter table phone_call add column stir_passed boolean not null default false;
alter table phone_call add column provider_ids jsonb not null default '{}';
alter table phone_call add column said text;
alter table phone_call add column answered_at timestamptz;
alter table phone_call add column answered_by jsonb;
alter table phone_call add column agent_told_at timestamptz;
alter table phone_call add column cause text;
alter table phone_call add column outcome text;
alter table phone_call add column resolved text;
alter table phone_call add column voicemail boolean not null default false;
alter table phone_call add column happenings integer not null default 0;
alter table phone_call add column entries integer not null default 0;
alter table phone_call add column revision integer not null default 0;

-- One thing told of a call, masked before; key makes it once, seq is its place where the teller counts.
create table call_happening (
    contact_id uuid not null,
    key        text not null,
    seq        bigint,
    at         timestamptz not null,
    kind       text not null,
    what       jsonb not null,
    primary key (contact_id, key)
);

-- Later entries of a call's contact, owed to the broker until published_at, and not before the contact itself is there.
create table call_entry (
    contact_id   uuid not null,
    entry_id     uuid not null unique,
    sequence     integer not null,
    kind         text not null,
    at           timestamptz not null,
    text         text not null,
    language     text,
    recording    jsonb,
    owed_since   timestamptz not null default now(),
    attempts     integer not null default 0,
    published_at timestamptz,
    primary key (contact_id, sequence)
);
create index call_entry_owed on call_entry (attempts, owed_since) where published_at is null;

-- call.changed owed to the broker; a row goes once the broker has it.
create table call_change (
    contact_id uuid not null,
    revision   integer not null,
    payload    jsonb not null,
    owed_since timestamptz not null default now(),
    attempts   integer not null default 0,
    primary key (contact_id, revision)
);
create index call_change_owed on call_change (attempts, owed_since);
