-- An event's id is unique for its source, not among all topics: each consumer remembers its own.
alter table inbox add column consumer text not null default 'contact.recognized';
alter table inbox alter column consumer drop default;
alter table inbox drop constraint inbox_pkey;
alter table inbox add primary key (consumer, event_id);
-- What was remembered before does not say by whom: it counts as handled by both.
insert into inbox (consumer, event_id, handled_at)
select 'delivery.outcome', event_id, handled_at from inbox;

-- Blocks of 100: contacts come in batches. A restart leaves a gap.
alter sequence ticket_number_seq increment 100;
