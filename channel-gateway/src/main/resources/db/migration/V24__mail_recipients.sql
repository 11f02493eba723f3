-- Whom replies went to by mail: a report that an address does not exist is believed of these alone. Of each only a keyed hash.
create table mail_recipient (
    reply_id uuid not null,
    address text not null,
    at timestamptz not null,
    primary key (reply_id, address)
);
create index mail_recipient_at on mail_recipient (at);
