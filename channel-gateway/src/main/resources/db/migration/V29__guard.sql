-- How often somebody came through an open door, by a keyed hash of their address; the hash is cut to a number of
-- counters, so that the table cannot grow beyond them.
create unlogged table guard_count (
    scope text not null,
    slot integer not null,
    ends_at timestamptz not null,
    used integer not null,
    primary key (scope, slot)
);
create index guard_count_ends on guard_count (ends_at);

-- Proofs of work that were used, until they are too old to be used again.
create table guard_proof (
    challenge text primary key,
    expires_at timestamptz not null
);
create index guard_proof_expires on guard_proof (expires_at);
