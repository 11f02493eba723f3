-- Finding tickets by words: of the subject, of everything said on it, of the customer's name, by ticket and order numbers.
-- Rows are kept by triggers, so they are right with the commit of whatever changed a ticket or its conversation.

-- Words that tell a language, without accents. What no language is told of is taken for any.
create table language_word (
    word     text,
    language text,
    primary key (word, language)
);
insert into language_word
select word, language
from (values
    ('english', 'the and is are was have has not my your you for with this that of to from please it been we our'),
    ('german', 'der die das und ist nicht ich sie ein eine mit fur von bitte wir auf den dem habe wurde ihre meine zu'),
    ('french', 'le la les et est pas je vous un une avec pour de des du mon ma votre nous que qui sur'),
    ('spanish', 'el la los las y es no mi su un una con para de del que por se he esta lo'),
    ('italian', 'il lo la gli e non mi un una con per di del della che sono ho questo questa mia'),
    ('portuguese', 'o os as e nao meu minha um uma com para de do da que por em foi esta voce'),
    ('dutch', 'de het een en is niet ik u mijn met voor van dat op aan heb wordt zijn deze graag'),
    ('romanian', 'si este nu am un o cu pentru de la din care pe sa va imi mea meu sunt fost'),
    ('lithuanian', 'ir yra ne mano jus su uz kad is as bet prasau del ar dar buvo jusu'),
    ('polish', 'i jest nie sie mam moja moj na do z w ze prosze czy dla przez zostal oraz ale jak')
  ) as told (language, words), string_to_table(words, ' ') as word
on conflict do nothing;

-- Letters without their accents, and nothing between words but blanks.
create function plain(text) returns text language sql immutable strict parallel safe as $$
    select translate(
        case when octet_length($1) = length($1) then $1
             else replace(replace(replace(replace(normalize($1, NFKD), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe') end,
        E'łŁøØđĐı-_./\\@:#+''’<>&=*\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0323\u0326\u0327\u0328',
        'lLoOdDi                ')
$$;

-- Forms of Polish words without their endings: PostgreSQL has no stemmer for them.
create function polish(text) returns text language sql immutable strict parallel safe as $$
    select regexp_replace(lower($1),
        '\m([[:alpha:]]{3,}?)(iami|ami|iach|ach|iego|ego|iemu|emu|iej|ej|owi|ow|iem|em|om|ie|ia|iu|io|[aeiouy])\M', '\1', 'g')
$$;

-- The Spanish and the Portuguese stemmer know some endings by their accents alone: those get them back.
create function stems(language text, plain text) returns tsvector language sql immutable strict parallel safe as $$
    select strip(case language when 'polish' then to_tsvector('pg_catalog.simple', ticketing.polish(plain))
        when 'spanish' then to_tsvector('pg_catalog.spanish', regexp_replace(plain, '([cs])ion\M', '\1ión', 'gi'))
        when 'portuguese' then to_tsvector('pg_catalog.portuguese',
            regexp_replace(regexp_replace(plain, 'cao\M', 'ção', 'gi'), 'coes\M', 'ções', 'gi'))
        else to_tsvector(language::regconfig, plain) end)
$$;

-- Numbers that are written in groups, also in one piece: of 4711-0815, 47110815.
create function in_one_piece(text) returns tsvector language sql immutable strict parallel safe as $$
    select case when $1 ~ '[0-9][-./_]|[-./_][0-9]' then array_to_tsvector(array(
            select distinct lower(translate(found[1], '-./_', ''))
            from regexp_matches($1, '\m([[:alnum:]]{1,20}(?:[-./_][[:alnum:]]{1,20}){1,5})\M', 'g') as found
            where found[1] ~ '[0-9]'))
        else '' end
$$;

-- The languages that most words tell of; for a few words that tell of none, all.
create function languages_of(plain text) returns text[] language sql stable strict parallel safe as $$
    select coalesce(
        (select (array_agg(language order by language))[1:3] from (
            select language, rank() over (order by count(*) desc) as place from ticketing.language_word
            where word = any(tsvector_to_array(to_tsvector('pg_catalog.simple', left(plain, 400)))) group by language) as told
         where place = 1),
        case when length(plain) < 100 then array(select distinct language from ticketing.language_word)
             else '{english}' end)
$$;

-- A text's words as they are, in their order, and their stems. What comes after 20,000 characters is not found.
create function words_of(said text) returns tsvector language plpgsql stable strict parallel safe as $$
declare
    plain text := left(ticketing.plain(left(said, 20000)), 20000);
    words tsvector := to_tsvector('pg_catalog.simple', plain);
    language text;
begin
    foreach language in array ticketing.languages_of(plain) loop
        words := words || ticketing.stems(language, plain);
    end loop;
    return words || ticketing.in_one_piece(left(said, 20000));
end $$;

-- A tsvector holds a megabyte; the conversation that is longer is found by its first half.
create function with_more(words tsvector, more tsvector) returns tsvector language sql immutable parallel safe as $$
    select case when more is null then words
        when length(words) > 100 and octet_length(words::text) > 400000 then words else words || more end
$$;
create aggregate all_words(tsvector) (sfunc = with_more, stype = tsvector, initcond = '', parallel = safe);

-- When a ticket was opened and last changed, roughly, as words: eras of 2 and of 32 days. So the newest tickets with a word
-- are found without looking at all others that have it.
create function era(at timestamptz) returns integer language sql immutable strict parallel safe as $$
    select floor(extract(epoch from at) / 172800)::integer
$$;
create function eras(opened timestamptz, updated timestamptz) returns tsvector
    language sql immutable strict parallel safe as $$
    select array_to_tsvector(array['@o' || ticketing.era(opened), '@O' || ticketing.era(opened) / 16,
        '@u' || ticketing.era(updated), '@U' || ticketing.era(updated) / 16])
$$;

create table ticket_search (
    ticket_id uuid primary key,
    words     tsvector not null
) with (toast_tuple_target = 4096);

create function said_words(said entry) returns tsvector language sql stable strict parallel safe as $$
    select ticketing.words_of(said.text)
        || coalesce(case when said.position > 1 then ticketing.words_of(said.subject) end, '')
        || coalesce(case when said.kind = 'CONTACT'
            then to_tsvector('pg_catalog.simple', ticketing.plain(left(said.author_name, 500))) end, '')
$$;

create function own_words(t ticket) returns tsvector language sql stable strict parallel safe as $$
    select ticketing.eras(t.opened_at, t.updated_at) || to_tsvector('pg_catalog.simple', t.number)
        || coalesce(to_tsvector('pg_catalog.simple', ticketing.plain(left(t.customer_name, 500))), '')
        || ticketing.words_of(t.subject)
$$;

-- All of a ticket, from the beginning.
create function ticket_words(t ticket) returns tsvector language sql stable strict parallel safe as $$
    select ticketing.with_more(ticketing.own_words(t), (
        select ticketing.all_words(ticketing.said_words(e) order by e.position)
        from ticketing.entry e where e.ticket_id = t.id))
$$;

create function find_new_tickets() returns trigger language plpgsql as $$
begin
    insert into ticketing.ticket_search (ticket_id, words) select t.id, ticketing.own_words(t::ticketing.ticket) from inserted t;
    return null;
end $$;
create trigger find_new_tickets after insert on ticket
    referencing new table as inserted for each statement execute function find_new_tickets();

create function find_changed_ticket() returns trigger language plpgsql as $$
begin
    if new.subject is distinct from old.subject or new.customer_name is distinct from old.customer_name then
        update ticketing.ticket_search set words = ticketing.ticket_words(new) where ticket_id = new.id;
    else
        update ticketing.ticket_search
        set words = ts_delete(words, tsvector_to_array(ticketing.eras(old.opened_at, old.updated_at)))
            || ticketing.eras(new.opened_at, new.updated_at)
        where ticket_id = new.id;
    end if;
    return null;
end $$;
create trigger find_changed_ticket after update on ticket for each row
    when (new.subject is distinct from old.subject or new.customer_name is distinct from old.customer_name
        or ticketing.era(new.updated_at) <> ticketing.era(old.updated_at))
    execute function find_changed_ticket();

create function find_what_is_said() returns trigger language plpgsql as $$
begin
    update ticketing.ticket_search s set words = ticketing.with_more(s.words, more.words)
    from (select e.ticket_id, ticketing.all_words(ticketing.said_words(e::ticketing.entry) order by e.position) as words
          from said e group by e.ticket_id) as more
    where s.ticket_id = more.ticket_id;
    return null;
end $$;
create trigger find_what_is_said after insert on entry
    referencing new table as said for each statement execute function find_what_is_said();

-- Entries change when their delivery is reported, which changes no words; when they move; and when they are erased.
create function find_what_changed() returns trigger language plpgsql as $$
declare
    tickets uuid[] := array(
        select unnest(array[b.ticket_id, a.ticket_id]) from before b join after a using (id)
        where (b.ticket_id, b.text, b.subject, b.author_name) is distinct from (a.ticket_id, a.text, a.subject, a.author_name));
begin
    if tickets <> '{}' then
        update ticketing.ticket_search s set words = ticketing.ticket_words(t)
        from ticketing.ticket t where t.id = s.ticket_id and t.id = any(tickets);
    end if;
    return null;
end $$;
create trigger find_what_changed after update on entry
    referencing old table as before new table as after for each statement execute function find_what_changed();

insert into ticket_search (ticket_id, words) select t.id, ticket_words(t) from ticket t;

-- Words of new rows wait in a list that every search reads: a short one.
create index ticket_search_words on ticket_search using gin (words) with (gin_pending_list_limit = 512);
alter table ticket_search alter column words set statistics 1000;

-- What a search looks for when somebody types a word: the word, its stem in any language, its number in one piece; last, when
-- it is a beginning, all that begins so. Vowels that are written ae, oe and ue for want of a key are found without the e.
create function word_query(word text, beginning boolean) returns tsquery language plpgsql stable strict parallel safe as $$
declare
    plain text := ticketing.plain(word);
    spelled text := ticketing.plain(replace(replace(replace(lower(word), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'));
    wanted tsquery := phraseto_tsquery('pg_catalog.simple', plain);
    grouped tsvector := ticketing.in_one_piece(word);
begin
    if numnode(wanted) = 1 then
        wanted := (select string_agg(array_to_tsvector(array[lexeme])::text, ' | ') from (
            select unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', plain) || to_tsvector('pg_catalog.simple', spelled)))
            union
            select unnest(tsvector_to_array(ticketing.stems(language, form)))
            from (select distinct language from ticketing.language_word) as known,
                (select plain union select replace(replace(replace(lower(plain), 'ae', 'a'), 'oe', 'o'), 'ue', 'u')
                 where lower(plain) ~ '[aou]e') as written (form)) as forms (lexeme));
        if beginning then
            wanted := wanted || (strip(to_tsvector('pg_catalog.simple', plain))::text || ':*')::tsquery;
        end if;
    end if;
    return case when numnode(wanted) > 0 and length(grouped) = 1 then wanted || grouped::text::tsquery else wanted end;
end $$;
create function phrase_query(words text) returns tsquery language sql immutable strict parallel safe as $$
    select phraseto_tsquery('pg_catalog.simple', ticketing.plain(words))
$$;

-- Lists of what is at work, by status, of a queue and of somebody.
create index ticket_live on ticket (status, updated_at desc, id desc) where status not in ('RESOLVED', 'CLOSED');
create index ticket_live_of_queue on ticket (queue, status, updated_at desc, id desc) where status not in ('RESOLVED', 'CLOSED');
create index ticket_live_of_owner on ticket (owner, status, updated_at desc, id desc) where status not in ('RESOLVED', 'CLOSED');
drop index ticket_open;
