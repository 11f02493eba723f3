-- Erasure: what tells of a customer goes, the rows stay, so that counts do.
alter table portal_request add column erased_at timestamptz;
alter table chat_session add column erased_at timestamptz;
alter table phone_call add column erased_at timestamptz;

alter table reply_delivery add column contact_id uuid;
update reply_delivery set contact_id = (payload::jsonb ->> 'contactId')::uuid where payload is not null;
create index reply_delivery_by_contact on reply_delivery (contact_id);

-- The files of a mail's contact, which the archive keeps by their content beside its original.
create table contact_file (
    contact_id uuid not null,
    sha256     text not null,
    primary key (contact_id, sha256)
);
create index contact_file_by_content on contact_file (sha256);

-- Content that an erased contact had. It is taken out of the archive unless another row still refers to it.
create table erased_original (
    sha256    text primary key,
    erased_at timestamptz not null
);

-- Who else refers to a content; asked only when one is erased, so the cheapest index to write.
create index intake_log_original on intake_log using hash (original_sha256);
create index portal_message_payload on portal_message using hash (payload_hash);
create index quarantine_original on quarantine using hash (original_sha256);
