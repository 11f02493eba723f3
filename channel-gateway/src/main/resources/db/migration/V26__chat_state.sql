-- What the visitor is shown beside the messages: where their ticket stands, and since when they wait for an answer.
-- revision grows with every change of the row, so that each process sees which of its chats are news.
alter table chat_session
    add column ticket_id       uuid,
    add column ticket_number   text,
    add column ticket_status   text,
    add column ticket_revision bigint,
    add column ticket_queue    text,
    add column tied_at         timestamptz,
    add column merged          uuid[] not null default '{}',
    add column merged_at       timestamptz,
    add column owner_name      text,
    add column next_step       text,
    add column next_step_code  text,
    add column next_update_by  timestamptz,
    add column waiting_since   timestamptz,
    add column handoff_at      timestamptz,
    add column read_seq        integer not null default 0,
    add column revision        integer not null default 0;

create function chat_session_revised() returns trigger language plpgsql as $$
begin
    new.revision := old.revision + 1;
    return new;
end $$;
create trigger chat_session_revised before update on chat_session
    for each row execute function chat_session_revised();

create index chat_session_ticket on chat_session (ticket_id) where ticket_id is not null;
-- The line before the counter: who asked for a person first, then who waits longest.
create index chat_session_waiting on chat_session (ticket_queue, (handoff_at is null), waiting_since)
    where waiting_since is not null;
create index chat_session_merged on chat_session using gin (merged) where merged <> '{}';
