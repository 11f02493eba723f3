package io.carryon.ticketing.customers;

import io.carryon.ticketing.outbox.LoggedEvent;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.storage.OpenTransaction;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.Tickets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Takes a customer out of the tickets: who they are and what was said, by them, to them and about them, in the
 * conversation and in the log. What happened when, on which channel and by whose hand stays, and every count with it.
 */
@ApplicationScoped
class Erasure {

    private static final String CONTACTS = "select contact_id from ticketing.issue_contact where customer_id = any(?)";

    private static final String TICKETS = "select id from ticketing.ticket where customer_id = any(?)";

    private static final String OTHERS_TICKETS =
            "select distinct ticket_id from ticketing.entry where contact_id = any(?)";

    /** Whatever belongs to the contacts (first), and what staff wrote on the customer's own tickets (second). */
    private static final String ENTRIES = """
            update ticketing.entry set text = '%1$s', visible_text = null, html = null, subject = null,
                author = case kind when 'CONTACT' then '%1$s' else author end,
                author_name = case kind when 'CONTACT' then '%1$s' else author_name end,
                attachments = null, card = null, delivery_reason = null,
                origin = case when origin is not null then '{}'::json end
            where contact_id = any(?) or answers = any(?) and kind = 'REPLY'
               or ticket_id = any(?) and kind <> 'CONTACT' and answers is null""".formatted(Ticket.ERASED);

    private static final String EVENTS = """
            update ticketing.ticket_event set
                state = case when ticket_id = any(?)
                    then jsonb_set(state::jsonb, '{subject}', '"%1$s"')::json else state end,
                payload = case
                    when type = 'REPLIED' then (payload::jsonb || jsonb_build_object('subject', '%1$s', 'text', '%1$s',
                        'inReplyTo', null, 'references', '[]'::jsonb, 'to', jsonb_build_object(
                            'kind', payload -> 'to' ->> 'kind', 'value', '%1$s', 'name', '%1$s')))::json
                    when type in ('STATUS_CHANGED', 'DELIVERY_CHANGED', 'RATED')
                        then (payload::jsonb - 'reason' - 'comment')::json
                    else payload end,
                actor_name = case actor_kind when 'CUSTOMER' then '%1$s' else actor_name end
            where ticket_id = any(?) or ticket_id = any(?) and payload ->> 'contactId' = any(?::text[])""".formatted(Ticket.ERASED);

    private static final String LINKS = """
            update ticketing.contact_link set actor_name = '%s'
            where contact_id = any(?) and actor_kind = 'CUSTOMER'""".formatted(Ticket.ERASED);

    private static final String REMEMBER = """
            insert into ticketing.erased_customer (customer_id, act_id, at)
            select customer, ?, ? from unnest(?) as customer on conflict do nothing""";

    private static final String LATE = """
            select x.customer_id, x.act_id from ticketing.erased_customer x
            where x.at > ? and exists (
                select 1 from ticketing.issue_contact c join ticketing.entry e on e.contact_id = c.contact_id
                where c.customer_id = x.customer_id and c.at <= x.at and e.text <> '%s')""".formatted(Ticket.ERASED);

    /** No topic keeps its events longer. */
    private static final Duration ON_THE_WAY = Duration.ofDays(30);

    private final DataSource database;
    private final Tickets tickets;
    private final TicketLog log;
    private final Clock clock;

    Erasure(DataSource database, Tickets tickets, TicketLog log, Clock clock) {
        this.database = database;
        this.tickets = tickets;
        this.log = log;
        this.clock = clock;
    }

    /** Erases everybody the change names, in the caller's transaction. */
    void erase(CustomerChanged change, String correlation) {
        var customers = Stream.concat(Stream.of(change.customerId()), change.members().stream())
                .collect(Collectors.toSet());
        try (var connection = OpenTransaction.of(database)) {
            try (var insert = connection.prepareStatement(REMEMBER)) {
                insert.setObject(1, change.actId());
                insert.setObject(2, change.at().atOffset(ZoneOffset.UTC));
                insert.setArray(3, array(connection, List.copyOf(customers)));
                insert.executeUpdate();
            }
            erase(connection, customers, change.actId(), change.by().actor(), correlation);
        } catch (SQLException e) {
            throw new IllegalStateException("The customer cannot be erased", e);
        }
    }

    /** Erases what was received before its customer was erased and came here after: its way is another one. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void eraseTheLate() {
        QuarkusTransaction.requiringNew().run(() -> {
            try (var connection = OpenTransaction.of(database);
                    var select = connection.prepareStatement(LATE)) {
                select.setObject(1, clock.instant().minus(ON_THE_WAY).atOffset(ZoneOffset.UTC));
                try (var late = select.executeQuery()) {
                    while (late.next()) {
                        var customer = Set.of(late.getObject(1, UUID.class));
                        erase(connection, customer, late.getObject(2, UUID.class), Actor.SYSTEM, null);
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The customer cannot be erased", e);
            }
        });
    }

    private void erase(Connection connection, Set<UUID> customers, UUID actId, Actor by, String correlation)
            throws SQLException {
        var own = ids(connection, TICKETS, customers);
        var logged = new ArrayList<LoggedEvent>();
        for (var ticket : tickets.locked(own)) {
            ticket.erase(actId, by, clock.instant());
            logged.addAll(log.happened(ticket, correlation));
        }
        tickets.flush();
        log.append(logged);
        overwrite(connection, own, ids(connection, CONTACTS, customers));
    }

    private static void overwrite(Connection connection, List<UUID> own, List<UUID> contacts) throws SQLException {
        var ownTickets = array(connection, own);
        var theirContacts = array(connection, contacts);
        var othersTickets = array(connection, ids(connection, OTHERS_TICKETS, Set.copyOf(contacts)));
        run(connection, EVENTS, ownTickets, ownTickets, othersTickets, theirContacts);
        run(connection, ENTRIES, theirContacts, theirContacts, ownTickets);
        run(connection, LINKS, theirContacts);
    }

    private static void run(Connection connection, String sql, Array... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var at = 0; at < values.length; at++) {
                statement.setArray(at + 1, values[at]);
            }
            statement.executeUpdate();
        }
    }

    private static List<UUID> ids(Connection connection, String sql, Set<UUID> of) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            select.setArray(1, array(connection, List.copyOf(of)));
            try (var found = select.executeQuery()) {
                var ids = new ArrayList<UUID>();
                while (found.next()) {
                    ids.add(found.getObject(1, UUID.class));
                }
                return ids;
            }
        }
    }

    private static Array array(Connection connection, List<UUID> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }
}
