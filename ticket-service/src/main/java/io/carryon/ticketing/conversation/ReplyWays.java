package io.carryon.ticketing.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * All ways to a customer: back to each address that a contact on the ticket came from, and by mail to each address that
 * is proven to be the customer's, also where it is known of a customer they are merged with. The latest come first.
 */
@ApplicationScoped
class ReplyWays {

    private static final String MAIL = "mailto";

    /** Who wrote more often is reached by the later ones. */
    private static final String CONTACTS = """
            select contact_id, channel, origin, author_name from ticketing.entry
            where ticket_id = any(?) and kind = 'CONTACT' order by at desc, id desc limit 200""";

    /** Of each customer the last contact of the ticket that changed last. */
    private static final String LATEST_OF_CUSTOMERS = """
            select e.contact_id, e.channel, e.origin, e.author_name from unnest(?) as customer (id)
            cross join lateral (select t.id from ticketing.ticket t
                where t.customer_id = customer.id order by t.updated_at desc limit 1) as latest
            cross join lateral (select * from ticketing.entry c
                where c.ticket_id = latest.id and c.kind = 'CONTACT' order by c.position desc limit 1) as e
            order by e.at desc, e.id desc""";

    private record Said(UUID contactId, Channel channel, ContactOrigin origin, String name) {}

    private final ConversationParts parts;
    private final SamePerson person;
    private final ObjectMapper json;
    private final Sql sql;

    ReplyWays(ConversationParts parts, SamePerson person, ObjectMapper json, DataSource database) {
        this.parts = parts;
        this.person = person;
        this.json = json;
        this.sql = new Sql(database);
    }

    /** In the caller's transaction. */
    List<ReplyWay> of(Ticket ticket) {
        var contacts = contacts(CONTACTS, parts.of(ticket.id()));
        var known = contacts(LATEST_OF_CUSTOMERS, person.as(ticket.state().customerId()));
        var ways = new ArrayList<ReplyWay>();
        var seen = new HashSet<String>();
        for (var contact : contacts) {
            back(contact, ticket).filter(way -> seen.add(key(way))).forEach(ways::add);
        }
        if (contacts.isEmpty()) {
            return ways;
        }
        var latest = contacts.getFirst();
        for (var contact : known) {
            contact.origin().customer().stream()
                    .filter(handle -> handle.kind().equals(MAIL) && handle.proven())
                    .map(handle -> new ReplyWay(
                            ReplyRoute.newMail(latest.contactId(), handle, ticket.customerName()), true, null))
                    .filter(way -> seen.add(key(way)))
                    .forEach(ways::add);
        }
        return ways;
    }

    /** The way to an address, by a channel or (null) any; 422 naming the ways there are. */
    ReplyRoute named(Ticket ticket, Channel channel, String address) {
        var ways = of(ticket);
        return ways.stream()
                .filter(way -> way.leadsTo(address))
                .filter(way -> channel == null || way.route().channel() == channel)
                .map(ReplyWay::route)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        422,
                        "no-such-way",
                        "The reply cannot go there",
                        ways.isEmpty()
                                ? "There is no way to reach the customer in writing."
                                : "It is no address that is proven to be the customer's, nor one they wrote from here. "
                                        + "Name one of %s.".formatted(ways)));
    }

    private java.util.stream.Stream<ReplyWay> back(Said contact, Ticket ticket) {
        var kind = switch (contact.channel()) {
            case EMAIL -> MAIL;
            case CHAT, TELEGRAM -> "chat";
            case WHATSAPP -> "tel";
            case PORTAL -> "account";
            case PHONE -> null;
        };
        return contact
                .origin()
                .senderOf(kind)
                .map(handle -> new ReplyWay(
                        ReplyRoute.answering(
                                contact.contactId(),
                                contact.channel(),
                                contact.origin(),
                                handle,
                                contact.name() == null ? ticket.customerName() : contact.name()),
                        handle.proven() || contact.origin().proves(handle),
                        contact.origin().replyUntil()))
                .stream();
    }

    private List<Said> contacts(String select, List<UUID> ids) {
        return sql.list(
                select,
                row -> new Said(
                        row.getObject(1, UUID.class),
                        Channel.valueOf(row.getString(2)),
                        read(row.getString(3)),
                        row.getString(4)),
                ids);
    }

    private ContactOrigin read(String origin) {
        try {
            return json.readValue(origin, ContactOrigin.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored contact cannot be read", e);
        }
    }

    private static String key(ReplyWay way) {
        return way.route().channel() + " " + way.address().toLowerCase(Locale.ROOT);
    }
}
