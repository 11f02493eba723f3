-- Automatic mail that left, so that its caps hold over restarts and instances. Of each address only a keyed hash.
create table automatic_mail (
    id bigint generated always as identity primary key,
    kind text not null,
    address text not null,
    verified boolean not null,
    at timestamptz not null
);
create index automatic_mail_address on automatic_mail (address, at);
create index automatic_mail_at on automatic_mail (at);
-- Who never proved to be the sender hears from us automatically once.
create unique index automatic_mail_unverified on automatic_mail (address) where not verified;

-- Addresses that no automatic mail goes to for a while.
create table automatic_mail_stop (
    address text primary key,
    until timestamptz not null
);
