-- What customers do beside writing; owed to the broker as customer.acted until published_at. seq is their order.
create table customer_act (
    act_id       uuid primary key,
    seq          bigint generated always as identity,
    contact_id   uuid not null,
    channel      text not null,
    act          text not null,
    at           timestamptz not null,
    reason       text,
    score        integer,
    comment      text,
    owed_since   timestamptz not null,
    attempts     integer not null default 0,
    published_at timestamptz,
    erased_at    timestamptz
);
create index customer_act_contact on customer_act (contact_id, seq);
create index customer_act_owed on customer_act (attempts, owed_since) where published_at is null;
