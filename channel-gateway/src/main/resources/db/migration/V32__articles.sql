-- What customers can read to help themselves, and what they tried of it before they came to us.

-- Letters without their accents, and nothing between words but blanks.
create function help_plain(text) returns text language sql immutable strict parallel safe as $$
    select translate(
        case when octet_length($1) = length($1) then $1
             else replace(replace(replace(replace(normalize($1, NFKD), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe') end,
        E'łŁøØđĐı-_./\\@:#+''’<>&=*\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0323\u0326\u0327\u0328',
        'lLoOdDi                ')
$$;

-- Forms of Polish words without their endings: PostgreSQL has no stemmer for them.
create function help_polish(text) returns text language sql immutable strict parallel safe as $$
    select regexp_replace(lower($1),
        '\m([[:alpha:]]{3,}?)(iami|ami|iach|ach|iego|ego|iemu|emu|iej|ej|owi|ow|iem|em|om|ie|ia|iu|io|[aeiouy])\M', '\1', 'g')
$$;

-- Stems of words that have no accents. The Spanish stemmer knows some endings by their accents alone: those get them back.
create function help_stems(language text, plain text) returns tsvector language sql stable strict parallel safe as $$
    select case language
        when 'de' then to_tsvector('pg_catalog.german', plain)
        when 'fr' then to_tsvector('pg_catalog.french', plain)
        when 'es' then to_tsvector('pg_catalog.spanish', regexp_replace(plain, '([cs])ion\M', '\1ión', 'gi'))
        when 'pl' then to_tsvector('pg_catalog.simple', help_polish(plain))
        when 'ro' then to_tsvector('pg_catalog.romanian', plain)
        when 'lt' then to_tsvector('pg_catalog.lithuanian', plain)
        else to_tsvector('pg_catalog.english', plain) end
$$;

-- A text's words as they are and their stems.
create function help_words(language text, said text, weight "char") returns tsvector
    language sql stable strict parallel safe as $$
    select setweight(to_tsvector('pg_catalog.simple', help_plain(said)) || help_stems(language, help_plain(said)), weight)
$$;

-- Whether a word says nothing by itself. PostgreSQL has no lists for three of the languages.
create function help_is_filler(language text, word text) returns boolean language sql stable strict parallel safe as $$
    select case language
        when 'pl' then lower(help_plain(word)) = any(string_to_array(
            'i w z a o na do sie nie jest sa jak czy to ze dla przez po od moj moja moje mnie mi ja moge co gdzie', ' '))
        when 'ro' then lower(help_plain(word)) = any(string_to_array(
            'si de la cu in un o pe nu este sunt cum ce care pentru din sa imi meu mea mi eu pot unde', ' '))
        when 'lt' then lower(help_plain(word)) = any(string_to_array(
            'ir ar yra ne is i su uz kad as man mano kaip kas del prie po nuo galiu kur', ' '))
        when 'de' then numnode(plainto_tsquery('pg_catalog.german', word)) = 0
        when 'fr' then numnode(plainto_tsquery('pg_catalog.french', word)) = 0
        when 'es' then numnode(plainto_tsquery('pg_catalog.spanish', word)) = 0
        else numnode(plainto_tsquery('pg_catalog.english', word)) = 0 end
$$;

-- What is looked for when somebody types a word: the word, its stem and, when it may still be typed, all that begins so.
-- Vowels that are written ae, oe and ue for want of a key are found without the e.
create function help_query(language text, word text, beginning boolean) returns tsquery
    language plpgsql stable strict parallel safe as $$
declare
    plain text := help_plain(word);
    wanted tsquery := phraseto_tsquery('pg_catalog.simple', plain);
begin
    if numnode(wanted) = 1 then
        wanted := (select string_agg(array_to_tsvector(array[lexeme])::text, ' | ') from (
            select unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', form) || help_stems(language, form)))
            from (select plain
                  union select help_plain(replace(replace(replace(lower(word), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue'))
                  union select replace(replace(replace(lower(plain), 'ae', 'a'), 'oe', 'o'), 'ue', 'u')) as written (form)
            ) as forms (lexeme));
        if beginning then
            wanted := wanted || (strip(to_tsvector('pg_catalog.simple', plain))::text || ':*')::tsquery;
        end if;
    end if;
    return wanted;
end $$;

create table article (
    article_id       uuid primary key,
    place            bigint generated always as identity,
    payload_hash     text not null,
    language         text not null,
    title            text not null,
    html             text not null,
    body             text not null,
    keywords         text[] not null,
    topic            text,
    owner            text,
    status           text not null,
    last_verified_on date,
    last_verified_by text,
    revision         integer not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    updated_by       text not null,
    published_at     timestamptz,
    words            tsvector not null
);
create index article_words on article using gin (words) where status = 'PUBLISHED';
create index article_place on article (place desc);

-- Every word of a published article: what a word that nobody wrote may have been meant to be.
create table article_word (
    language   text not null,
    length     integer not null,
    word       text not null,
    article_id uuid not null references article on delete cascade,
    primary key (language, length, word, article_id)
);
create index article_word_of on article_word (article_id);

-- What was looked for and not found, counted by day; nobody's.
create table article_miss (
    language text not null,
    words    text not null,
    day      date not null,
    missed   integer not null,
    primary key (language, words, day)
);
create index article_miss_day on article_miss (day);

-- How articles were found, for all time.
create table article_feedback (
    article_id uuid primary key,
    helpful    integer not null default 0,
    unhelpful  integer not null default 0,
    solved     integer not null default 0
);

-- What a browser's session looked for and read, by the hash of its random id; kept for a day.
create table trail_search (
    place   bigint generated always as identity primary key,
    session text not null,
    at      timestamptz not null,
    words   text not null,
    results integer not null
);
create index trail_search_session on trail_search (session, place);
create index trail_search_at on trail_search (at);
create table trail_read (
    session    text not null,
    article_id uuid not null,
    title      text not null,
    at         timestamptz not null,
    helpful    boolean,
    solved     boolean not null default false,
    primary key (session, article_id)
);
create index trail_read_at on trail_read (at);

-- Which contacts followed a session, so that it is erased with them.
create table trail_contact (
    contact_id uuid primary key,
    session    text not null,
    at         timestamptz not null
);
create index trail_contact_session on trail_contact (session);
create index trail_contact_at on trail_contact (at);

-- What was tried before, with the contact that followed it.
alter table portal_request add column self_service jsonb;
alter table chat_session add column self_service jsonb;
