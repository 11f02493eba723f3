-- How long customers may wait: the list of policies, first match in order, with all it ever was.
create table sla_policy_version (
    revision   integer     primary key,
    valid_from timestamptz not null,
    policies   json        not null,
    changed_by text
);

insert into sla_policy_version (revision, valid_from, policies)
values (1, '1970-01-01T00:00:00Z', '[
    {"name": "urgent", "priorities": ["URGENT"], "calendar": "default", "pauseOnHold": false, "warnAtPercent": 75,
     "targets": {"firstResponse": 60, "nextResponse": 60, "resolution": 480}},
    {"name": "high", "priorities": ["HIGH"], "calendar": "default", "pauseOnHold": false, "warnAtPercent": 75,
     "targets": {"firstResponse": 120, "nextResponse": 240, "resolution": 1440}},
    {"name": "standard", "calendar": "default", "pauseOnHold": false, "warnAtPercent": 75,
     "targets": {"firstResponse": 240, "nextResponse": 480, "resolution": 2400}}]');

-- The waits of customers: a projection of the log, written with it, and what the rules make of them.
create table sla_clock (
    ticket_id   uuid        not null,
    kind        text        not null,
    -- The revision of the event that began it.
    number      integer     not null,
    channel     text        not null,
    tier        text,
    queue       text        not null,
    priority    text        not null,
    started_at  timestamptz not null,
    answered_at timestamptz,
    stopped_at  timestamptz,
    pauses      json,
    warned_at   timestamptz,
    breached_at timestamptz,
    policy      text,
    due_at      timestamptz,
    outcome     text        not null,
    worked_sec  bigint,
    -- When staff are to be warned, or told that it is too late; null when there is nothing to tell.
    next_at     timestamptz,
    -- Of the rules it was read by.
    stamp       bigint      not null,
    primary key (ticket_id, kind, number)
);
create index sla_clock_next on sla_clock (next_at, ticket_id) where next_at is not null;
create index sla_clock_stale on sla_clock (stamp, ticket_id) where stopped_at is null;
-- The report reads this index alone, from one day to another.
create index sla_clock_due on sla_clock (due_at)
    include (kind, channel, queue, priority, tier, policy, outcome, worked_sec) where due_at is not null;
