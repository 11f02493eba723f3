-- Without asked_at: staff settled what the contact is about before its question was read, if there is one.
alter table recognition_question alter column asked_at drop not null;
