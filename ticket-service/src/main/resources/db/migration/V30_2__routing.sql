-- Whether agents take a queue's tickets or are given them, and when.
alter table queue_routing add column mode text not null default 'pull';
alter table queue_routing add column calendar text;
alter table queue_routing alter column mode drop default;

-- Who owned the ticket before this one on the same issue: it is theirs again, if they are there.
alter table waiting_ticket add column issue_owner text;
create index waiting_ticket_issue_owner on waiting_ticket (issue_owner, queue) where issue_owner is not null;
update waiting_ticket w set issue_owner = p.owner
from ticket t join ticket p on p.id = t.previous_ticket_id where t.id = w.ticket_id;

-- When agents are out of office.
create table agent_absence (
    agent_id   text primary key,
    from_at    timestamptz not null,
    until_at   timestamptz not null,
    substitute text,
    note       text,
    revision   integer     not null,
    -- When their tickets were given away for it.
    given_at   timestamptz
);
create index agent_absence_begins on agent_absence (from_at) where given_at is null;

create function out_of_office(agent text, at timestamptz) returns boolean language sql stable strict parallel safe as $$
    select exists (select 1 from ticketing.agent_absence where agent_id = agent and from_at <= at and until_at > at)
$$;
