-- Files that staff uploaded for their replies; their bytes are in the archive. What no reply took is taken out again.
create table uploaded_file (
    sha256      text        primary key,
    uploaded_by text        not null,
    uploaded_at timestamptz not null
);
create index uploaded_file_by_age on uploaded_file (uploaded_at);
