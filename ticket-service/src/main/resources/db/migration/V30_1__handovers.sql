-- Tickets offered by their owners to colleagues, teams and queues.
create table handover (
    id          uuid primary key,
    ticket_id   uuid        not null,
    -- Who owned it then.
    giver       text        not null,
    offered_by  text        not null,
    to_kind     text        not null,
    to_name     text        not null,
    note        text,
    state       text        not null,
    reason      text,
    offered_at  timestamptz not null,
    settled_by  text,
    settled_at  timestamptz
);
create unique index handover_open on handover (ticket_id) where state = 'OFFERED';
create index handover_ticket on handover (ticket_id, offered_at, id);
create index handover_to on handover (to_kind, to_name, offered_at, id) where state = 'OFFERED';
create index handover_giver on handover (giver, offered_at, id) where state = 'OFFERED';
