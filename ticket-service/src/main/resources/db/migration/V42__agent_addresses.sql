-- The addresses from which agents may act by mail.
create table agent_address (
    address  text primary key,
    agent_id text not null
);
create index agent_address_agent on agent_address (agent_id);
