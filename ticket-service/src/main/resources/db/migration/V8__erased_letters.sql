-- Ids of contacts, entries, customers and replies that an event names, also in one that cannot be read as a whole. In the
-- customer's own words a quotation mark follows a backslash: they name nobody.
create function ticketing.named_ids(payload bytea) returns uuid[]
    language sql immutable strict parallel safe
as $$
    select array(select distinct found[1]::uuid from regexp_matches(encode(payload, 'escape'),
        '"(?:contactId|entryId|customerId|memberId|replyId|customer"\s*:\s*\{\s*"id)"\s*:\s*"([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})"',
        'g') as found)
$$;

alter table dead_letter add column names uuid[] generated always as (ticketing.named_ids(payload)) stored;
create index dead_letter_names on dead_letter using gin (names);
-- Keys are as long as senders make them: too long for a tree.
create index dead_letter_key on dead_letter using hash (record_key);

-- A customer with many tickets is erased page by page; the rest is found by what waits.
alter table erased_customer add column waits boolean not null default false;
alter table erased_customer add column by_staff text;
alter table erased_customer add column correlation text;
create index erased_customer_waits on erased_customer (at) where waits;

-- Contacts of erased customers, also those that never came here: a letter with one may come later.
create table erased_contact (
    contact_id uuid primary key
);
