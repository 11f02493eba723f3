-- Queries that staff keep under a name.
create table saved_view (
    id         uuid primary key,
    owner      text        not null,
    name       text        not null,
    shared     boolean     not null,
    query      text        not null,
    sort       text        not null,
    revision   integer     not null,
    changed_at timestamptz not null
);
create index saved_view_owner on saved_view (owner, id);
create index saved_view_shared on saved_view (id) where shared;
