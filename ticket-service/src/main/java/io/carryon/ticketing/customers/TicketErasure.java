package io.carryon.ticketing.customers;

import io.carryon.ticketing.calls.CallErasure;
import io.carryon.ticketing.deadletters.LetterErasure;
import io.carryon.ticketing.inbox.IdempotencyKeys;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.ContactTexts;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketTexts;
import io.carryon.ticketing.ticket.Tickets;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Takes customers out of their tickets: who they are and what was said, by them, to them and about them, in the
 * conversation and in the log. What happened when, on which channel and by whose hand stays, and every count with it.
 */
@ApplicationScoped
class TicketErasure {

    private static final int PAGE = 500;

    private static final String TICKETS = """
            select id from ticketing.ticket
            where customer_id = any(?) and (subject <> '%1$s' or customer_name is distinct from '%1$s')
            limit %2$d""".formatted(Ticket.ERASED, PAGE);

    private static final String CONTACTS = """
            select c.contact_id from ticketing.issue_contact c
            where c.customer_id = any(?) and (
                exists (select 1 from ticketing.entry e
                    where e.contact_id = c.contact_id and (e.text, e.author_name) is distinct from ('%1$s', '%1$s'))
                or exists (select 1 from ticketing.phone_call p
                    where p.contact_id = c.contact_id and p.caller is not null)
                or exists (select 1 from ticketing.callback b
                    where b.contact_id = c.contact_id and b.number is not null))
            limit %2$d""".formatted(Ticket.ERASED, PAGE);

    private static final String ON_TICKETS = "select distinct ticket_id from ticketing.entry where contact_id = any(?)";

    private static final String SENDERS =
            "select distinct author from ticketing.entry where contact_id = any(?) and author is not null";

    /** Whatever belongs to the contacts (first), and what staff wrote on the customer's own tickets (second). */
    private static final String ENTRIES = """
            update ticketing.entry set text = '%1$s', visible_text = null, html = null, subject = null,
                author = case kind when 'CONTACT' then '%1$s' else author end,
                author_name = case kind when 'CONTACT' then '%1$s' else author_name end,
                attachments = null, card = null, delivery_reason = null, copies = null,
                origin = case when origin is not null then '{}'::json end
            where contact_id = any(?) or answers = any(?)
               or ticket_id = any(?) and kind <> 'CONTACT' and answers is null
            returning id""".formatted(Ticket.ERASED);

    private static final String EVENTS = """
            update ticketing.ticket_event set
                state = case when ticket_id = any(?)
                    then jsonb_set(state::jsonb, '{subject}', '"%1$s"')::json else state end,
                payload = case
                    when type = 'REPLIED' then (payload::jsonb || jsonb_build_object('subject', '%1$s', 'text', '%1$s',
                        'inReplyTo', null, 'references', '[]'::jsonb, 'attachments', null, 'cc', null, 'frame', null, 'to', jsonb_build_object(
                            'kind', payload -> 'to' ->> 'kind', 'value', '%1$s', 'name', '%1$s')))::json
                    when type in ('STATUS_CHANGED', 'DELIVERY_CHANGED', 'RATED', 'CALLBACK_CHANGED', 'ABSORBED', 'MERGED',
                            'TIME_SPENT', 'STEP_CHANGED', 'PERSON_WANTED')
                        then (payload::jsonb - 'reason' - 'explanation' - 'comment' - 'note' - 'text')::json
                    when type = 'CALL_TRANSFERRED' then (payload::jsonb - 'to')::json
                    when type in ('FIELDS_CHANGED', 'UNDERSTANDING_CHANGED') then (payload::jsonb - 'before' - 'after')::json
                    when type = 'NEXT_STEP_CHANGED' then (payload::jsonb - 'nextStep' - 'nextStepBefore')::json
                    else payload end,
                outlook = null,
                actor_name = case actor_kind when 'CUSTOMER' then '%1$s' else actor_name end
            where ticket_id = any(?) or ticket_id = any(?) and payload ->> 'contactId' = any(?::text[])""".formatted(Ticket.ERASED);

    private static final String LINKS = """
            update ticketing.contact_link set actor_name = '%s'
            where contact_id = any(?) and actor_kind = 'CUSTOMER'""".formatted(Ticket.ERASED);

    private final Sql sql;
    private final Tickets tickets;
    private final TicketLog log;
    private final LetterErasure letters;
    private final CallErasure calls;
    private final ParticipantErasure participants;
    private final IdempotencyKeys keys;
    private final List<TicketTexts> texts;
    private final List<ContactTexts> contactTexts;
    private final Clock clock;

    TicketErasure(
            DataSource database,
            Tickets tickets,
            TicketLog log,
            LetterErasure letters,
            CallErasure calls,
            ParticipantErasure participants,
            IdempotencyKeys keys,
            @All List<TicketTexts> texts,
            @All List<ContactTexts> contactTexts,
            Clock clock) {
        this.sql = new Sql(database);
        this.tickets = tickets;
        this.log = log;
        this.letters = letters;
        this.calls = calls;
        this.participants = participants;
        this.keys = keys;
        this.texts = texts;
        this.contactTexts = contactTexts;
        this.clock = clock;
    }

    /**
     * Erases up to 500 tickets and 500 contacts that are not erased yet, in the caller's transaction, and answers whether
     * there may be more. A contact may stand on a ticket that is another customer's.
     */
    boolean erasePage(ErasedCustomers.Waiting erasure) {
        var own = sql.list(TICKETS, Sql.ID, erasure.customers());
        var contacts = sql.list(CONTACTS, Sql.ID, erasure.customers());
        // Nobody is called back any more: their number goes.
        var touched = new HashSet<>(calls.ticketsWithLiveCallbacks(contacts));
        touched.addAll(own);
        var locked = touched.isEmpty() ? List.<Ticket>of() : tickets.locked(touched);
        calls.withdrawCallbacks(locked, contacts);
        var erased = Set.copyOf(own);
        locked.stream()
                .filter(ticket -> erased.contains(ticket.id()))
                .forEach(ticket -> ticket.erase(erasure.actId(), erasure.by(), clock.instant()));
        var logged = log.happened(locked, erasure.correlation());
        tickets.flush();
        log.append(logged);
        overwrite(own, contacts);
        return own.size() == PAGE || contacts.size() == PAGE;
    }

    private void overwrite(List<UUID> own, List<UUID> contacts) {
        var handles = new HashSet<>(sql.list(SENDERS, row -> key(row.getString(1)), contacts));
        participants.erase(handles, contacts);
        own.forEach(ticket -> handles.add(ticket.toString()));
        var onTickets = sql.list(ON_TICKETS, Sql.ID, contacts);
        sql.update(EVENTS, own, own, onTickets, contacts);
        texts.forEach(kept -> kept.erase(own));
        keys.erase(Stream.concat(own.stream(), onTickets.stream()).distinct().toList());
        var named = new HashSet<>(sql.list(ENTRIES, Sql.ID, contacts, contacts, own));
        named.addAll(contacts);
        sql.update(LINKS, contacts);
        calls.erase(contacts);
        contactTexts.forEach(kept -> kept.erase(contacts));
        letters.erase(named, handles);
    }

    /** A sender's handle as the gateway makes a key of it: mail addresses in lower case. */
    private static String key(String handle) {
        return handle.startsWith("mailto:") ? handle.toLowerCase(Locale.ROOT) : handle;
    }
}
