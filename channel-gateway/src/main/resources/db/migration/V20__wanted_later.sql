-- When the caller wanted a person after the call had become a contact for another reason: a voicemail, a callback.
alter table phone_call add column wanted_at timestamptz;
