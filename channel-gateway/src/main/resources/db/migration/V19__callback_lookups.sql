-- The callbacks of a contact or a ticket, those that are over too.
create index callback_by_contact on callback (contact_id);
create index callback_by_ticket on callback (ticket_id) where ticket_id is not null;

-- happenings says by now only whether there are any.
comment on column phone_call.happenings is 'above 0: something was told of the call, see call_happening';
