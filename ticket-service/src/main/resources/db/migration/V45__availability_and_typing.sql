-- How many were told to be there for each queue's work, and when: for all instances.
create table queue_availability (
    queue     text primary key,
    available integer     not null,
    told_at   timestamptz not null
);
