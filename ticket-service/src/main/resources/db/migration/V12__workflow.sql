-- Statuses as staff define them, each within a category that clocks and lists go by; and where each may be moved to.
create table ticket_status (
    code          text primary key,
    category      text    not null,
    name          text    not null,
    customer_name json    not null,
    moves_to      text[]  not null,
    -- What a ticket of the category is in when nobody said more.
    by_default    boolean not null,
    active        boolean not null default true,
    revision      integer not null default 1
);
create unique index ticket_status_default on ticket_status (category) where by_default;
insert into ticket_status (code, category, name, customer_name, moves_to, by_default) values
('new', 'NEW', 'New', '{"en":"Received","de":"Eingegangen","fr":"Reçue","es":"Recibida","pl":"Przyjęte"}',
    '{open,waiting-for-customer,on-hold,resolved}', true),
('open', 'OPEN', 'Open', '{"en":"In progress","de":"In Bearbeitung","fr":"En cours","es":"En curso","pl":"W toku"}',
    '{waiting-for-customer,on-hold,resolved}', true),
('waiting-for-customer', 'WAITING_FOR_CUSTOMER', 'Waiting for customer',
    '{"en":"We wait for your answer","de":"Wir warten auf Ihre Antwort","fr":"Nous attendons votre réponse","es":"Esperamos su respuesta","pl":"Czekamy na odpowiedź"}',
    '{open,on-hold,resolved}', true),
('on-hold', 'ON_HOLD', 'On hold',
    '{"en":"Paused, we come back to it","de":"Pausiert, wir melden uns","fr":"En pause, nous y revenons","es":"En pausa, volveremos a ella","pl":"Wstrzymane, wrócimy do tego"}',
    '{open,waiting-for-customer,resolved}', true),
('resolved', 'RESOLVED', 'Resolved', '{"en":"Solved","de":"Gelöst","fr":"Résolue","es":"Resuelta","pl":"Rozwiązane"}',
    '{open,closed}', true),
('closed', 'CLOSED', 'Closed', '{"en":"Closed","de":"Abgeschlossen","fr":"Close","es":"Cerrada","pl":"Zamknięte"}',
    '{}', true);

-- How a ticket can end.
create table resolution_code (
    code          text primary key,
    name          text    not null,
    customer_name json    not null,
    active        boolean not null default true,
    revision      integer not null default 1
);
insert into resolution_code (code, name, customer_name) values
('solved', 'Solved', '{"en":"Solved","de":"Gelöst"}'),
('answered', 'Question answered', '{"en":"Your question is answered","de":"Ihre Frage ist beantwortet"}'),
('workaround', 'Workaround given', '{"en":"There is a way around it","de":"Es gibt einen Ausweg"}'),
('no-answer', 'Customer did not answer', '{"en":"We did not hear from you","de":"Wir haben nichts mehr von Ihnen gehört"}'),
('duplicate', 'Dealt with elsewhere', '{"en":"Dealt with in another request","de":"In einer anderen Anfrage bearbeitet"}'),
('declined', 'Cannot be done', '{"en":"We cannot do this","de":"Das können wir nicht tun"}');

-- For how long a follow-up opens a ticket of the queue again; a queue without a row has the service's setting.
create table queue_reopening (
    queue          text primary key,
    window_seconds bigint  not null,
    revision       integer not null default 1
);

-- What the workflow knows of a ticket beyond its category; it holds as long as the ticket is in that category.
create table ticket_workflow (
    ticket_id       uuid primary key,
    category        text not null,
    status_code     text not null,
    hold_reason     text,
    hold_until      timestamptz,
    resolution_code text,
    explanation     text,
    -- Since when it has been resolved or closed.
    done_at         timestamptz
);
create index ticket_workflow_hold on ticket_workflow (hold_until) where hold_until is not null;
insert into ticket_workflow (ticket_id, category, status_code, done_at)
select id, status, lower(status), updated_at from ticket
where status in ('RESOLVED', 'CLOSED') and merged_into_ticket_id is null;
