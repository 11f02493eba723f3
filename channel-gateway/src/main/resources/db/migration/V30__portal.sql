-- What the customer can expect of a request's ticket, as ticket.changed tells; null when it does not. merged: the tickets
-- that were absorbed on the way to the present one, the request's own first, so that an unmerge finds its way back.
alter table portal_request add column next_step text;
alter table portal_request add column next_step_code text;
alter table portal_request add column next_update_by timestamptz;
alter table portal_request add column promised boolean not null default false;
alter table portal_request add column owner_name text;
alter table portal_request add column merged uuid[] not null default '{}';
alter table portal_request add column closed_at timestamptz;
alter table portal_request add column merged_at timestamptz;
alter table portal_request add column rated_at timestamptz;
create index portal_request_by_merged on portal_request using gin (merged) where merged <> '{}';

-- Whose requests a signed-in customer sees, the latest first.
create index portal_request_by_email on portal_request (lower(requester ->> 'email'), changed_at desc, contact_id desc);
create index portal_request_by_account on portal_request ((requester ->> 'account'), changed_at desc, contact_id desc)
    where requester ->> 'verified' = 'true';

-- The last revision under which call.changed told of a callback of a contact that is no call.
create table callback_revision (
    contact_id uuid primary key,
    revision   integer not null
);
