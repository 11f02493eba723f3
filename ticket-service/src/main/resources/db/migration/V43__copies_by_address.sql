-- Finds the replies that went to an address in copy, whoever takes part by now.
create index entry_copies on entry using gin (string_to_array(copies, E'\n')) where copies is not null;
