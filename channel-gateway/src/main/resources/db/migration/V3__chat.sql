-- A chat opened for a visitor by the site's server. Of the token only the hash is kept; nonce and the signing secret
-- make the same token again for a repeated opening.
create table chat_session (
    session_id   uuid primary key,
    contact_id   uuid not null unique,
    client       text not null,
    payload_hash text not null,
    nonce        text not null,
    token_hash   text not null unique,
    visitor      jsonb not null,
    page_url     text,
    language     text,
    opened_at    timestamptz not null,
    expires_at   timestamptz not null,
    ended_at     timestamptz,
    entries      integer not null default 0,
    last_seq     integer not null default 0
);

-- A message has its seq when it is durable: a customer's once the broker has it, support's when it is stored. Until
-- then it is shown to nobody, so that seq has no gaps.
create table chat_message (
    message_id       uuid primary key,
    session_id       uuid not null references chat_session,
    client_id        text,
    contact_sequence integer,
    seq              integer,
    side             text not null check (side in ('you', 'support')),
    author           text,
    text             text not null,
    said_at          timestamptz not null,
    unique (session_id, client_id),
    unique (session_id, seq)
);
