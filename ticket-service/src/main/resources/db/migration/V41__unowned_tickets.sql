-- "owner is null" is no equality to the planner: with an index by owner it would sort all tickets that nobody has.
create index ticket_unowned on ticket (status, updated_at desc, id desc)
    where owner is null and status not in ('RESOLVED', 'CLOSED');
