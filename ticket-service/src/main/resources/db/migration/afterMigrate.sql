-- After a dump and restore into another server, new rows of the log would stand before the position for as long as the
-- new server's transaction ids are lower, and never be published. They get a new epoch instead, together with the rows
-- that were not published before the dump. A replica or an upgraded server keeps its identifier and its ids.
do $$
declare
    here       text;
    relay      ticketing.outbox_position%rowtype;
    next_epoch integer;
begin
    begin
        select system_identifier::text into here from pg_control_system();
    exception when insufficient_privilege then
        here := null; -- A managed server may not tell; an id from the future still does.
    end;
    select * into strict relay from ticketing.outbox_position where name = 'kafka' for update;
    if relay.system_identifier <> here or relay.xid > pg_snapshot_xmax(pg_current_snapshot()) then
        select max(epoch) + 1 into next_epoch from ticketing.outbox_position;
        execute format('alter table ticketing.ticket_event alter column epoch set default %s', next_epoch);
        update ticketing.ticket_event set epoch = next_epoch, xid = pg_current_xact_id()
        where (epoch, xid, seq) > (relay.epoch, relay.xid, relay.seq);
        update ticketing.outbox_position set epoch = next_epoch, xid = '0', seq = 0;
        raise warning 'The log was moved to another server: it is published on from epoch %', next_epoch;
    end if;
    update ticketing.outbox_position set system_identifier = here
    where here is not null and system_identifier is distinct from here;
end $$;
