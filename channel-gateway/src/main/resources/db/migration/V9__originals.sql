-- Originals that came with a row of their own: kept in its transaction, which a file of their own cannot be.
create table original (
    sha256  text primary key,
    content bytea not null,
    kept_at timestamptz not null
);
