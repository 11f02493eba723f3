-- The recognition question of a contact as its customer may see it, and the latest answer. An answer without published_at
-- is still owed to the broker, and a job pays. changes counts how often the answer changed: it is part of the event's id.
create table recognition_question (
    contact_id   uuid primary key,
    issue_id     uuid,
    language     text not null,
    text         text not null,
    asked_at     timestamptz not null,
    same         boolean,
    changes      integer not null default 0,
    channel      text,
    answered_at  timestamptz,
    published_at timestamptz
);

create index recognition_question_owed on recognition_question (answered_at)
    where answered_at is not null and published_at is null;
