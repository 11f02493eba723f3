-- Files of a chat; a visitor's is without a message until one takes it. The messages name theirs once more, as they
-- are shown.
create table chat_file (
    file_id    uuid primary key,
    session_id uuid not null references chat_session,
    message_id uuid,
    side       text not null check (side in ('you', 'support')),
    name       text not null,
    media_type text not null,
    size       bigint not null,
    sha256     text not null,
    added_at   timestamptz not null
);
create index chat_file_session on chat_file (session_id);
create index chat_file_content on chat_file (sha256);
create index chat_file_unused on chat_file (added_at) where message_id is null;

alter table chat_message add column files jsonb;
