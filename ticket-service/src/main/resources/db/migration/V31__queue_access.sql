-- Queues that are not everybody's: whoever is listed, or has a listed role, sees and works on their tickets.
create table queue_access (
    queue      text    primary key,
    restricted boolean not null,
    agents     text[]  not null,
    roles      text[]  not null,
    revision   integer not null
);
