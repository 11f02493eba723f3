-- A link that goes takes the browsers that came by it along, and is looked for among them.
create index portal_session_link_by_link on portal_session_link (link);

-- What was never confirmed goes with the requests of the address it names.
create index portal_draft_by_email on portal_draft (lower(form ->> 'email'));
