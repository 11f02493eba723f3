-- An index on who and kind is passed over where the planner takes the two for independent, which they are not. Of both as
-- one it knows how often that is. Kinds have no blanks.
drop index ticket_event_actor_type;
drop index setting_change_actor_kind;
create index ticket_event_deed on ticket_event ((actor || ' ' || type), at, ticket_id, revision)
    where actor_kind = 'STAFF';
create index setting_change_deed on setting_change ((actor || ' ' || kind), at, id);
