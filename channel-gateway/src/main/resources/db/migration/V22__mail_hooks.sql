-- Which mail a provider's signed token came with, so that a token that was seen cannot carry another. Of the mail its hash.
create table mail_hook_token (
    connection text not null,
    token text not null,
    mail text not null,
    at timestamptz not null,
    primary key (connection, token)
);
create index mail_hook_token_at on mail_hook_token (at);
