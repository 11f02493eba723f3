-- Answers to requests whose customers gave an address: each waits here until it is seen in the request or goes by mail.
create table portal_letter (
    reply_id   uuid primary key,
    contact_id uuid not null references portal_request,
    reply      jsonb not null,
    owed_at    timestamptz not null
);
create index portal_letter_contact on portal_letter (contact_id);

-- When the customer's browser showed the request, to the minute; null before it did.
alter table portal_request add column looked_at timestamptz;
