-- Numbers without their check digit: 10000 is the ticket 10000x. Handed out in blocks of 20, so a restart leaves a gap.
create sequence ticket_number_seq start 10000 increment 20;

create table ticket (
    id                 uuid primary key,
    version            integer     not null,
    revision           integer     not null,
    number             varchar(12) not null unique,
    issue_id           uuid        not null,
    customer_id        uuid        not null,
    customer_name      text,
    subject            text        not null,
    status             text        not null,
    queue              text        not null,
    owner              text,
    priority           text        not null,
    channel            text        not null,
    previous_ticket_id uuid,
    related_issue_id   uuid,
    opened_at          timestamptz not null,
    updated_at         timestamptz not null
);
-- Two contacts about one issue at the same moment make one ticket: the loser meets this index and looks again.
create unique index ticket_one_open_per_issue on ticket (issue_id) where status <> 'CLOSED';
create index ticket_issue on ticket (issue_id);
create index ticket_customer on ticket (customer_id, updated_at desc);
create index ticket_updated on ticket (updated_at desc, id desc);
create index ticket_opened on ticket (opened_at desc, id desc);
create index ticket_owner on ticket (owner, updated_at desc) where status <> 'CLOSED';

create table entry (
    id              uuid primary key,
    ticket_id       uuid        not null references ticket (id),
    position        integer     not null,
    kind            text        not null,
    at              timestamptz not null,
    contact_id      uuid,
    channel         text,
    author          text,
    author_name     text,
    text            text        not null,
    visible_text    text,
    html            text,
    subject         text,
    truncated       boolean     not null,
    attachments     json,
    origin          json,
    card            json,
    delivery        text,
    delivery_reason text,
    delivery_at     timestamptz,
    unique (ticket_id, position)
);
create index entry_contact on entry (contact_id) where contact_id is not null;

-- What happened, never changed: the audit trail and the outbox at once.
create table ticket_event (
    ticket_id   uuid        not null,
    revision    integer     not null,
    type        text        not null,
    payload     json        not null,
    state       json        not null,
    actor_kind  text        not null,
    actor       text,
    actor_name  text,
    at          timestamptz not null,
    correlation text,
    -- Sequences commit out of order; the writing transaction's id tells a reader what may still appear below.
    xid         xid8        not null default pg_current_xact_id(),
    seq         bigint      not null generated always as identity,
    primary key (ticket_id, revision)
);
create index ticket_event_order on ticket_event (xid, seq);

create table outbox_position (
    name text primary key,
    xid  xid8   not null,
    seq  bigint not null
);
insert into outbox_position values ('kafka', '0', 0);

create table inbox (
    event_id   text primary key,
    handled_at timestamptz not null default now()
);
create index inbox_age on inbox (handled_at);

create table idempotency_key (
    subject      text        not null,
    path         text        not null,
    key          text        not null,
    payload_hash text        not null,
    answer       text,
    created_at   timestamptz not null,
    primary key (subject, path, key)
);
create index idempotency_key_age on idempotency_key (created_at);

create table dead_letter (
    id             uuid primary key,
    topic          text        not null,
    kafka_partition integer    not null,
    kafka_offset   bigint      not null,
    original_topic text        not null,
    consumer       text        not null,
    reason         text,
    cause          text,
    event_id       text,
    event_type     text,
    correlation    text,
    record_key     bytea,
    headers        json        not null,
    payload        bytea,
    died_at        timestamptz not null,
    state          text        not null,
    settled_at     timestamptz,
    settled_by     text,
    settled_why    text,
    unique (topic, kafka_partition, kafka_offset)
);
create index dead_letter_list on dead_letter (died_at desc, id desc);
