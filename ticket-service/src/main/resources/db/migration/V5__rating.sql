-- What the customer thinks of the service, 1 to 5; the log has every judgement, the ticket the last one.
alter table ticket add column rating integer;
alter table ticket add column rating_comment text;
