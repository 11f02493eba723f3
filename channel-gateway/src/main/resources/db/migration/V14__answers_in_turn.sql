-- How often an answer could not be published: it is tried behind those that were not tried as often.
alter table recognition_question add column attempts integer not null default 0;

drop index recognition_question_owed;
create index recognition_question_owed on recognition_question (attempts, answered_at)
    where answered_at is not null and published_at is null;
