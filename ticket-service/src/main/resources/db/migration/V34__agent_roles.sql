-- The roles of agents' tokens when they last told of themselves or opened a stream: what they may see while they are not signed in.
-- Who has done neither since counts by their id alone. The default is for instances that do not write it yet.
alter table agent add column roles text[] not null default '{}';

-- As AccessPolicy decides of who is signed in; a test compares the two.
create function may_see(agent text, queue text) returns boolean language sql stable parallel safe as $$
    select not exists (
        select 1 from ticketing.queue_access q where q.queue = $2 and q.restricted and not (
            $1 = any(q.agents)
            or exists (select 1 from ticketing.agent a where a.id = $1 and (a.roles && q.roles or 'admin' = any(a.roles)))))
$$;
