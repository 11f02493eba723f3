-- What an article is about, by itself: small enough to stand in the row, so that all that match are compared by it.
alter table article add column heads tsvector generated always as (ts_filter(words, '{a,b,c}')) stored;

-- Each word of a language once, however many articles have it.
create table article_vocabulary (
    language text not null,
    length   integer not null,
    word     text not null,
    primary key (language, length, word)
);
insert into article_vocabulary select distinct language, length, word from article_word;
