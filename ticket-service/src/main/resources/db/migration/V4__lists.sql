-- An agent's own list, closed tickets included, and everybody's list of what is open.
drop index ticket_owner;
create index ticket_owner on ticket (owner, updated_at desc, id desc);
create index ticket_not_closed on ticket (updated_at desc, id desc) where status <> 'CLOSED';
create index ticket_open on ticket (status) where status not in ('RESOLVED', 'CLOSED');

create index dead_letter_waiting on dead_letter (consumer) where state = 'WAITING';
create index dead_letter_settled on dead_letter (settled_at) where state <> 'WAITING';

-- Words of the subject. The extension comes with PostgreSQL and the owner of a database may create it; an account that
-- may not goes on without the index, and searches take longer.
do $$
declare
    home text;
begin
    create extension if not exists pg_trgm with schema public;
    select n.nspname into strict home
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
    execute format('create index ticket_subject on ticketing.ticket using gin (lower(subject) %I.gin_trgm_ops)', home);
exception when insufficient_privilege or feature_not_supported or undefined_file then
    raise warning 'No index for words of the subject: %', sqlerrm;
end $$;
