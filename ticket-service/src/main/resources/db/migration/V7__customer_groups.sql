-- Customers that were merged, each with the one they are shown as; one that was set free is its own again.
create table customer_group (
    member_id   uuid primary key,
    survivor_id uuid   not null,
    -- Of two words about one customer the greater holds.
    revision    bigint not null
);
create index customer_group_survivor on customer_group (survivor_id);

-- What was on its way when its customer was erased comes after, and is looked for.
create table erased_customer (
    customer_id uuid primary key,
    act_id      uuid        not null,
    at          timestamptz not null
);
