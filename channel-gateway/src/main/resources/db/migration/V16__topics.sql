-- What the customer chose at the portal or at the chat's start: every entry of the contact says it.
alter table portal_request add column topic text;
alter table chat_session add column topic text;
