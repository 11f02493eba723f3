-- A customer may speak of one callback in several calls. Revisions tell the order within a call only; between calls it
-- is told by when the phone spoke.
alter table callback add column told_at timestamptz;
update callback set told_at = changed_at;
alter table callback alter column told_at set not null;

-- What cannot be done now is looked at again behind all others.
alter table call_change add column attempts integer not null default 0;
