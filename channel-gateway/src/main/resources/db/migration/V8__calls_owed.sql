-- When a call became owed to the broker, by the database's clock: what the IVR's clock says decides nothing.
alter table phone_call add column owed_since timestamptz;
alter table phone_call add column attempts integer not null default 0;
update phone_call set owed_since = now() where trigger is not null and published_at is null;

drop index phone_call_unpublished;
create index phone_call_owed on phone_call (attempts, owed_since) where trigger is not null and published_at is null;
