-- What supervisors say of agents: what they can do, and how much at once. Whom nothing is said of is as configured.
create table agent_profile (
    agent_id  text primary key,
    skills    text[]  not null,
    languages text[]  not null,
    capacity  integer not null,
    revision  integer not null
);

create table team (
    name     text primary key,
    members  text[]  not null,
    queues   text[]  not null,
    revision integer not null
);
create index team_members on team using gin (members);

-- What a queue asks of whoever works on its tickets.
create table queue_routing (
    queue    text primary key,
    skills   text[]  not null,
    revision integer not null
);

-- The open tickets nobody owns: a projection of the log, written with it.
create table waiting_ticket (
    ticket_id uuid primary key,
    queue     text        not null,
    channel   text        not null,
    -- Primary subtag; empty when any agent will do.
    language  text        not null,
    -- 0 is the most urgent.
    urgency   integer     not null,
    -- The first of its running clocks; infinity when none is measured.
    due_at    timestamptz not null,
    since     timestamptz not null
);
-- The next one for an agent is the first of some ranges of it, however many there are.
create index waiting_ticket_next on waiting_ticket (queue, channel, language, urgency, due_at, since, ticket_id);

create function first_due(ticket uuid) returns timestamptz language sql stable strict parallel safe as $$
    select coalesce(min(due_at), 'infinity') from ticketing.sla_clock where ticket_id = ticket and stopped_at is null
$$;

-- Clocks are read again when policies and calendars change, without any event of the ticket.
create function waiting_until_due() returns trigger language plpgsql as $$
begin
    update ticketing.waiting_ticket w set due_at = ticketing.first_due(w.ticket_id)
    where w.ticket_id in (select ticket_id from read) and w.due_at <> ticketing.first_due(w.ticket_id);
    return null;
end $$;
create trigger waiting_until_due after insert on sla_clock
    referencing new table as read for each statement execute function waiting_until_due();
create trigger waiting_until_due_again after update on sla_clock
    referencing new table as read for each statement execute function waiting_until_due();

insert into waiting_ticket (ticket_id, queue, channel, language, urgency, due_at, since)
select id, queue, channel, '', case priority when 'URGENT' then 0 when 'HIGH' then 1 when 'NORMAL' then 2 else 3 end,
    first_due(id), updated_at
from ticket where owner is null and status in ('NEW', 'OPEN');
