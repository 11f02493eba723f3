-- People beside the customer whom mails on a ticket were sent to. Trusted: named by a proven sender, or by
-- staff. Removed: no longer, until somebody names them again; kept for what went to them to be found.
create table participant (
    ticket_id  uuid        not null,
    address    text        not null,
    name       text,
    trusted    boolean     not null,
    contact_id uuid,
    since      timestamptz not null,
    removed    boolean     not null default false,
    primary key (ticket_id, address)
);
create index participant_address on participant (address);
create index participant_contact on participant (contact_id) where contact_id is not null;

-- Whom else a reply went to, one address a line.
alter table entry add column copies text;
