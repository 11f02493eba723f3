-- An extension is one agent's: whoever told of it last has it.
update agent a set extension = null, sip_uri = null
where exists (select 1 from agent b
              where b.extension = a.extension and (b.seen_at, b.id) > (a.seen_at, a.id));
drop index agent_extension;
create unique index agent_extension on agent (extension) where extension is not null;

-- Nobody was chosen by them.
alter table agent drop column skills;
