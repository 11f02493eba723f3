-- Where entries moved in, more positions are taken than the log has events; and where an emptied ticket went.
alter table ticket add column moved_positions integer not null default 0;
alter table ticket add column merged_into_ticket_id uuid;
create index ticket_merged_into on ticket (merged_into_ticket_id) where merged_into_ticket_id is not null;

-- Which contact a reply answers: it goes where that goes.
alter table entry add column answers uuid;
update entry e set answers = (v.payload ->> 'contactId')::uuid
from ticket_event v
where v.ticket_id = e.ticket_id and v.type = 'REPLIED' and e.kind = 'REPLY' and (v.payload ->> 'replyId')::uuid = e.id;

-- Each contact of an issue in its order: a projection of the log, written with it (IssueContacts).
create table issue_contact (
    contact_id  uuid primary key,
    issue_id    uuid        not null,
    customer_id uuid        not null,
    position    integer     not null default 1,
    at          timestamptz not null,
    -- When the issue's next contact came.
    next_at     timestamptz,
    channel     text        not null,
    queue       text,
    topic       text,
    -- Who of staff last replied or resolved before the next contact, and whether the issue was resolved then.
    agent       text,
    resolved    boolean     not null default false
);
create index issue_contact_issue on issue_contact (issue_id, at, contact_id);
create index issue_contact_customer on issue_contact (customer_id);
-- The report reads this index alone, from one day to another.
create index issue_contact_first on issue_contact (at)
    include (next_at, resolved, channel, queue, topic, agent) where position = 1;

insert into issue_contact (contact_id, issue_id, customer_id, position, at, next_at, channel, queue, resolved)
select contact_id, issue_id, customer_id, row_number() over issue, at, lead(at) over issue, channel, queue,
       done and lead(at) over issue is null
from (select distinct on (e.contact_id) e.contact_id, t.issue_id, t.customer_id, e.at, e.channel, t.queue,
             t.status in ('RESOLVED', 'CLOSED') as done
      from entry e join ticket t on t.id = e.ticket_id
      where e.kind = 'CONTACT'
      order by e.contact_id, e.position) as first_entry
window issue as (partition by issue_id order by at, contact_id);

-- The latest word on which issue a contact is about; it waits until the contact is here.
create table contact_link (
    contact_id  uuid primary key,
    act_id      text        not null,
    issue_id    uuid        not null,
    customer_id uuid,
    why         text        not null,
    actor_kind  text        not null,
    actor       text,
    actor_name  text,
    at          timestamptz not null,
    correlation text,
    waits       boolean     not null default true
);
create index contact_link_waits on contact_link (at) where waits;

-- Issues whose contacts have all moved to another one: what still names them belongs there.
create table issue_redirect (
    issue_id    uuid primary key,
    to_issue_id uuid not null
);
create index issue_redirect_to on issue_redirect (to_issue_id);
