-- Support's answers in chats whose visitors gave an address: each waits here until it is read there or goes by mail.
create table chat_letter (
    reply_id   uuid primary key,
    session_id uuid not null references chat_session,
    reply      text not null,
    owed_at    timestamptz not null
);
create index chat_letter_session on chat_letter (session_id);
create index chat_letter_owed on chat_letter (owed_at);
