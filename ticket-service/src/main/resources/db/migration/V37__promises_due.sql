-- When staff were told that a promise is due soon.
alter table promise add column reminded_at timestamptz;
