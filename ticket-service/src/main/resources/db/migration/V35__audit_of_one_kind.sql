-- What one member of staff did of one kind is read from its end, however much else they did.
create index ticket_event_actor_type on ticket_event (actor, type, at, ticket_id, revision) where actor_kind = 'STAFF';
create index setting_change_actor_kind on setting_change (actor, kind, at, id);
