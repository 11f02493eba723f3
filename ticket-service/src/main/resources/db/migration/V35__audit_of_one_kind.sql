-- What one member of staff did of one kind is read from its end, however much else they did. An index on who and kind is
-- passed over where the planner takes the two for independent, which they are not. Of both as one it knows how often that
-- is. Kinds have no blanks.
create index ticket_event_deed on ticket_event ((actor || ' ' || type), at, ticket_id, revision)
    where actor_kind = 'STAFF';
create index setting_change_deed on setting_change ((actor || ' ' || kind), at, id);
