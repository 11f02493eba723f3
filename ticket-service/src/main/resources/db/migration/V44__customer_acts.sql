-- What customers did beside writing, told before their contact was here; revision is its time in milliseconds.
create table customer_act (
    contact_id  uuid        not null,
    revision    bigint      not null,
    data        json        not null,
    correlation text,
    kept_at     timestamptz not null,
    attempts    integer     not null default 0,
    buried_at   timestamptz
);
create index customer_act_contact on customer_act (contact_id);
create index customer_act_kept on customer_act (kept_at);

-- Tickets whose customer wants a person and nobody has picked up or answered since: a projection of the log.
create table person_wanted (
    ticket_id  uuid primary key,
    contact_id uuid        not null,
    channel    text,
    since      timestamptz not null,
    reason     text
);
create index person_wanted_contact on person_wanted (contact_id);

-- Since when a ticket had been resolved when it was rated: each resolution is judged for itself.
alter table ticket add column rated_resolution timestamptz;

insert into resolution_code (code, name, customer_name) values
('closed-by-customer', 'Closed by the customer', '{"en":"You closed it","de":"Sie haben es geschlossen"}')
on conflict (code) do nothing;
