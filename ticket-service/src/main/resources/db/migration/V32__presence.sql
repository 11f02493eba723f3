-- Who looks at which ticket just now. Unlogged: after a crash nobody is anywhere, and says so again within seconds.
create unlogged table ticket_presence (
    ticket_id uuid        not null,
    agent     text        not null,
    name      text        not null,
    state     text        not null,
    until     timestamptz not null,
    primary key (ticket_id, agent)
);
create index ticket_presence_agent on ticket_presence (agent);
create index ticket_presence_until on ticket_presence (until);
