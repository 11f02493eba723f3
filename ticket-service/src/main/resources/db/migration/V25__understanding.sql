-- What staff understood of the customer's matter, each version of it, and what the customer said to that.
create table understanding (
    ticket_id       uuid        not null,
    version         integer     not null,
    state           text        not null,
    problem         text        not null,
    expectation     text,
    desired_outcome text,
    at              timestamptz not null,
    by_kind         text        not null,
    by_id           text,
    by_name         text,
    primary key (ticket_id, version)
);

-- Whether the customer was told that they were heard, and whether the ticket was solved without: a projection of the log.
create table acknowledgement (
    ticket_id         uuid primary key,
    acknowledged_at   timestamptz,
    solved_without_at timestamptz
);

-- Contacts that came to a ticket again and are still to be looked at: does the customer say the same as at first?
create table repeat_candidate (
    ticket_id  uuid        not null,
    contact_id uuid        not null,
    at         timestamptz not null,
    primary key (ticket_id, contact_id)
);
create index repeat_candidate_at on repeat_candidate (at);

-- The customer had to say the same again after an answer.
create table red_alert (
    ticket_id  uuid             not null,
    contact_id uuid             not null,
    raised_at  timestamptz      not null,
    likeness   double precision not null,
    seen_at    timestamptz,
    seen_by    text,
    primary key (ticket_id, contact_id)
);
