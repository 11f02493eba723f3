-- A reply that somebody has begun: one a ticket and member of staff.
create table reply_draft (
    ticket_id  uuid        not null,
    agent      text        not null,
    agent_name text,
    text       text        not null,
    since      timestamptz not null,
    updated_at timestamptz not null,
    primary key (ticket_id, agent)
);
create index reply_draft_age on reply_draft (updated_at);

-- Who was named in a note, and whether they have seen it.
create table mention (
    agent     text        not null,
    entry_id  uuid        not null,
    ticket_id uuid        not null,
    at        timestamptz not null,
    by_id     text,
    by_name   text,
    read_at   timestamptz,
    primary key (agent, entry_id)
);
create index mention_latest on mention (agent, at desc, entry_id desc);
create index mention_unread on mention (agent, at desc, entry_id desc) where read_at is null;

-- Names as notes have them after an @, in one word.
create index agent_mentioned on agent (translate(lower(name), ' ._-', ''));
