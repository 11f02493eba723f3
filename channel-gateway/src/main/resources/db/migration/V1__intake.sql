-- What became of everything that arrived, one row per delivery.
create table intake_log (
    seq             bigint generated always as identity primary key,
    delivery_key    text        not null unique,
    entry_id        uuid,
    contact_id      uuid,
    channel         text        not null,
    connection      text        not null,
    outcome         text        not null,
    reason          text,
    provider_id     text,
    original_sha256 text,
    at              timestamptz not null
);
create index intake_log_entry on intake_log (entry_id);
create index intake_log_outcome on intake_log (channel, outcome, seq);

-- What no reader could read, kept for staff.
create table quarantine (
    id              uuid primary key,
    seq             bigint generated always as identity unique,
    delivery_key    text        not null unique,
    channel         text        not null,
    connection      text        not null,
    reason          text        not null,
    original_sha256 text        not null,
    media_type      text        not null,
    size            bigint      not null,
    state           text        not null,
    held_at         timestamptz not null,
    decided_at      timestamptz,
    decided_by      text,
    decision        text
);

-- A reply is claimed before it is sent, so that it is never sent twice.
create table reply_delivery (
    reply_id    uuid primary key,
    ticket_id   uuid        not null,
    issue_id    uuid        not null,
    channel     text        not null,
    state       text        not null,
    reason      text,
    message_id  text,
    claimed_by  text        not null,
    claimed_at  timestamptz not null,
    decided_at  timestamptz,
    reported_at timestamptz
);
create index reply_delivery_unreported on reply_delivery (claimed_at) where reported_at is null;
