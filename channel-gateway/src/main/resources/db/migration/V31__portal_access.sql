-- Files of requests: the uploader's until a message names them, then the message's. Support's have the answer's id.
create table portal_file (
    file_id     uuid primary key,
    owner       text not null,
    contact_id  uuid,
    message_id  uuid,
    name        text not null,
    media_type  text not null,
    size        bigint not null,
    sha256      text not null,
    uploaded_at timestamptz not null
);
create index portal_file_by_message on portal_file (message_id) where message_id is not null;
create index portal_file_by_contact on portal_file (contact_id) where contact_id is not null;
create index portal_file_unclaimed on portal_file (owner, uploaded_at) where message_id is null;
create index portal_file_by_content on portal_file using hash (sha256);

-- Signed links to one request: of the token only its hash. A link is good until it is revoked, or the request has been
-- over for a while. address: a keyed hash of where it was sent.
create table portal_link (
    token_sha256 text primary key,
    contact_id   uuid not null references portal_request,
    address      text not null,
    created_at   timestamptz not null,
    revoked_at   timestamptz
);
create index portal_link_by_contact on portal_link (contact_id);

-- Browsers that came by a link or signed in: of the cookie only its hash.
create table portal_session (
    token_sha256 text primary key,
    email        text,
    account      text,
    name         text,
    method       text,
    created_at   timestamptz not null,
    expires_at   timestamptz not null
);
create index portal_session_by_end on portal_session (expires_at);
create index portal_session_by_email on portal_session (email) where email is not null;
create table portal_session_link (
    session      text not null references portal_session on delete cascade,
    link         text not null references portal_link on delete cascade,
    primary key (session, link)
);

-- One-time links by e-mail, and sign-ins that are on their way through an issuer: each is used once. browser: the hash of
-- the cookie of the browser that asked.
create table portal_sign_in (
    token_sha256 text primary key,
    browser      text not null,
    email        text,
    verifier     text,
    nonce        text,
    expires_at   timestamptz not null
);
create index portal_sign_in_by_end on portal_sign_in (expires_at);

-- Addresses whose owner came by a link that was sent there. Of each only a keyed hash.
create table portal_confirmed_address (
    address text primary key,
    at      timestamptz not null
);

-- Requests whose sender could not show to be a person: they are made once the link that was mailed is followed.
create table portal_draft (
    token_sha256 text primary key,
    form         jsonb not null,
    expires_at   timestamptz not null
);
create index portal_draft_by_end on portal_draft (expires_at);
