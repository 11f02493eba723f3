-- Staff as the phone needs to know them: where they can be rung, what they serve, and whether they are there.
create table agent (
    id            text primary key,
    name          text        not null,
    extension     text,
    sip_uri       text,
    queues        text[]      not null,
    skills        text[]      not null,
    status        text        not null,
    -- Since when they have had nothing to do: who has been idle longest is offered the next call.
    idle_since    timestamptz not null,
    -- When they last told of themselves, or held a stream open.
    seen_at       timestamptz not null,
    on_call       uuid,
    on_call_since timestamptz
);
create index agent_extension on agent (extension) where extension is not null;
create index agent_on_call on agent (on_call) where on_call is not null;
create index agent_queues on agent using gin (queues);

-- What the phone tells of a contact. Whose it is and what was said stand with the contact's entries and their ticket.
create table phone_call (
    contact_id         uuid primary key,
    -- Of call.changed; an older one changes nothing.
    revision           integer     not null,
    state              text        not null,
    call_id            text,
    caller             text,
    queue              text,
    question           json,
    arrived_at         timestamptz not null,
    offered_at         timestamptz,
    position           integer,
    estimated_wait_sec integer,
    agent_id           text,
    agent_extension    text,
    agent_name         text,
    answered_at        timestamptz,
    hold_reason        text,
    hold_until         timestamptz,
    transferred_to     text,
    ended_at           timestamptz,
    outcome            text,
    cause              text,
    wait_sec           integer,
    talk_sec           integer
);
create index phone_call_waiting on phone_call (queue, offered_at) where state = 'waiting';
create index phone_call_answered on phone_call (queue, answered_at) where answered_at is not null;
create index phone_call_list on phone_call (arrived_at desc, contact_id desc);
create index phone_call_state on phone_call (state, arrived_at desc, contact_id desc);

-- What the phone told of a contact that is not here yet.
create table call_change (
    contact_id  uuid,
    revision    integer,
    data        json        not null,
    correlation text,
    kept_at     timestamptz not null,
    primary key (contact_id, revision)
);
create index call_change_age on call_change (kept_at);

-- Customers who are to be called back.
create table callback (
    id           uuid primary key,
    contact_id   uuid        not null,
    -- Of call.changed, and of the row.
    told         integer     not null,
    version      integer     not null,
    state        text        not null,
    number       text,
    not_before   timestamptz,
    not_after    timestamptz,
    note         text,
    settled_by   text,
    requested_at timestamptz not null,
    changed_at   timestamptz not null
);
create index callback_contact on callback (contact_id);
create index callback_list on callback (requested_at, id);
create index callback_live on callback (requested_at, id) where state in ('requested', 'offered');
