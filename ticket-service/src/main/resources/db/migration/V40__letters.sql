-- The frame around replies by mail of a queue, by language; and how agents sign.
create table letter_frame (
    queue    text    primary key,
    texts    json    not null,
    revision integer not null
);
create table agent_signature (
    agent_id text    primary key,
    text     text,
    revision integer not null
);
