-- Staff have said what the contact is about: the customer is asked no more.
alter table recognition_question add column settled_at timestamptz;
