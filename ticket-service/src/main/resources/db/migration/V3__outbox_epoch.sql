-- Transaction ids count from another number on another server: they are compared within an epoch (afterMigrate.sql).
alter table ticket_event add column epoch integer not null default 0;
drop index ticket_event_order;
create index ticket_event_order on ticket_event (epoch, xid, seq);

alter table outbox_position add column epoch integer not null default 0;
alter table outbox_position add column system_identifier text;
