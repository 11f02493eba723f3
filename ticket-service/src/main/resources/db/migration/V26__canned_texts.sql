-- Templates and macros, by kind and name.
create table canned_text (
    kind     text    not null,
    name     text    not null,
    content  json    not null,
    revision integer not null,
    primary key (kind, name)
);
