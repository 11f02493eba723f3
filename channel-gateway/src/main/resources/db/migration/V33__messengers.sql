-- What messengers posted: durable before they are answered, worked off in order per conversation. The ids are hashes and
-- the payload goes when it is done, so that a row tells of nobody after that.
create table messenger_update (
    seq             bigint generated always as identity primary key,
    update_id       uuid        not null unique,
    channel         text        not null,
    connection      text        not null,
    conversation    uuid        not null,
    position        bigint      not null,
    payload         bytea,
    received_at     timestamptz not null,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null,
    leased_until    timestamptz,
    done_at         timestamptz
);
create index messenger_update_due on messenger_update (next_attempt_at, seq) where done_at is null;
create index messenger_update_in_order on messenger_update (conversation, position, seq) where done_at is null;
create index messenger_update_by_age on messenger_update (done_at) where done_at is not null;

-- A contact by messenger; the same address again is the same contact until nobody has written for a while.
create table messenger_conversation (
    contact_id uuid        primary key,
    channel    text        not null,
    connection text        not null,
    address    text,
    name       text,
    entries    integer     not null,
    opened_at  timestamptz not null,
    last_at    timestamptz not null,
    written_at timestamptz not null,
    erased_at  timestamptz
);
create index messenger_conversation_by_address on messenger_conversation (channel, connection, address, last_at desc);

-- A message's place in its contact, the same at each attempt.
create table messenger_message (
    entry_id   uuid        primary key,
    contact_id uuid        not null references messenger_conversation,
    sequence   integer     not null,
    update_seq bigint      not null,
    said_at    timestamptz not null,
    unique (contact_id, sequence)
);

-- The messages that replies became, and what became of them.
create table messenger_sent (
    reply_id    uuid        not null,
    part        integer     not null,
    parts       integer     not null,
    contact_id  uuid        not null,
    issue_id    uuid        not null,
    channel     text        not null,
    connection  text        not null,
    provider_id text,
    state       text        not null check (state in ('SENT', 'DELIVERED', 'READ', 'FAILED')),
    reason      text,
    at          timestamptz not null,
    primary key (reply_id, part)
);
create index messenger_sent_by_provider on messenger_sent (provider_id) where provider_id is not null;
create index messenger_sent_by_contact on messenger_sent (contact_id);

-- Which groups were told lately where to write instead, by a hash of their address.
create table messenger_hint (
    address_id uuid        primary key,
    at         timestamptz not null
);
