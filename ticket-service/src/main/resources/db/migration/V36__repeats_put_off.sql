-- How often it could not be told whether a customer says the same again; at is when it is looked at next.
alter table repeat_candidate add column tries integer not null default 0;
