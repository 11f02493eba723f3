-- When support's answer was first shown to its customer, or handed to their portal; null before, and for what customers say.
alter table portal_message add column shown_at timestamptz;
