-- Business calendars, each with all the hours it ever had: what has passed stays counted by those that were valid then.
create table calendar_version (
    name       text        not null,
    revision   integer     not null,
    valid_from timestamptz not null,
    hours      json        not null,
    changed_by text,
    -- Grows with every change of any calendar.
    stamp      bigint      not null generated always as identity,
    primary key (name, revision)
);

insert into calendar_version (name, revision, valid_from, hours)
values ('default', 1, '1970-01-01T00:00:00Z', '{"zone": "UTC", "week": {
    "MONDAY": [{"from": "09:00", "to": "17:00"}], "TUESDAY": [{"from": "09:00", "to": "17:00"}],
    "WEDNESDAY": [{"from": "09:00", "to": "17:00"}], "THURSDAY": [{"from": "09:00", "to": "17:00"}],
    "FRIDAY": [{"from": "09:00", "to": "17:00"}]}, "days": []}');
