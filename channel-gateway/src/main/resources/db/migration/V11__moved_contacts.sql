-- A contact may move to another ticket. The two tickets' events are not ordered among each other: the tie to a ticket
-- goes by the time of the event that made it.
alter table portal_request add column tied_at timestamptz;
alter table phone_call add column tied_at timestamptz;
