package io.carryon.ticketing.facts;

import static io.carryon.ticketing.storage.ManyRows.column;

import io.carryon.ticketing.storage.ManyRows;
import io.carryon.ticketing.storage.OpenTransaction;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Keeps for every issue its contacts in their order, who of staff handled each, and when the next one came. It is a
 * projection of the log, written in the same transaction as the events it follows, so that a recount gives the same.
 */
@ApplicationScoped
public class IssueContacts {

    private static final ManyRows<Contact> ROWS = new ManyRows<>(
                    "ticketing.issue_contact",
                    column("contact_id", "uuid", Contact::contactId),
                    column("issue_id", "uuid", Contact::issueId),
                    column("customer_id", "uuid", Contact::customerId),
                    column("at", "timestamptz", Contact::at),
                    column("channel", "text", Contact::channel),
                    column("queue", "text", Contact::queue),
                    column("topic", "text", Contact::topic))
            .unlessThere();

    private static final String CUSTOMER = "select customer_id from ticketing.issue_contact where contact_id = ?";

    private static final String MOVE = "update ticketing.issue_contact set issue_id = ? where contact_id = ?";

    private static final String HANDLE = """
            update ticketing.issue_contact set agent = ?, resolved = coalesce(?, resolved)
            where contact_id = (select contact_id from ticketing.issue_contact where issue_id = ?
                order by at desc, contact_id desc limit 1)""";

    private static final String ORDER = """
            update ticketing.issue_contact c set position = o.position, next_at = o.next_at
            from (select contact_id, row_number() over issue as position, lead(at) over issue as next_at
                  from ticketing.issue_contact where issue_id = any(?)
                  window issue as (partition by issue_id order by at, contact_id)) as o
            where c.contact_id = o.contact_id
              and (c.position, c.next_at) is distinct from (o.position::integer, o.next_at)""";

    private record Contact(
            UUID contactId, UUID issueId, UUID customerId, Instant at, Channel channel, String queue, String topic) {}

    private final DataSource database;

    public IssueContacts(DataSource database) {
        this.database = database;
    }

    /** Follows events in their order, in the caller's transaction; at most two statements for a batch of contacts. */
    public void follow(List<Happening> happenings) {
        ROWS.insert(
                database, happenings.stream().flatMap(IssueContacts::arrived).toList());
        var disordered = new HashSet<UUID>();
        happenings.forEach(happening -> disordered.addAll(changedOrder(happening)));
        var changes = happenings.stream().filter(IssueContacts::changesRows).toList();
        if (changes.isEmpty() && disordered.isEmpty()) {
            return;
        }
        try (var connection = OpenTransaction.of(database)) {
            for (var change : changes) {
                change(connection, change);
            }
            order(connection, disordered);
        } catch (SQLException e) {
            throw new IllegalStateException("The facts about issues cannot be written", e);
        }
    }

    /** Whose contact it is: the member of a group of merged customers. */
    public Optional<UUID> customerOf(UUID contactId) {
        try (var connection = OpenTransaction.of(database);
                var select = connection.prepareStatement(CUSTOMER)) {
            select.setObject(1, contactId);
            try (var found = select.executeQuery()) {
                return found.next() ? Optional.of(found.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The facts about the contact cannot be read", e);
        }
    }

    private static Stream<Contact> arrived(Happening happening) {
        return switch (happening.event()) {
            // One that was opened for a contact of another ticket has no time of receipt: the contact is known.
            case TicketEvent.Opened opened
            when opened.receivedAt() != null ->
                Stream.of(
                        contact(happening, opened.contactId(), opened.receivedAt(), opened.channel(), opened.topic()));
            case TicketEvent.ContactAdded added ->
                Stream.of(contact(happening, added.contactId(), added.receivedAt(), added.channel(), added.topic()));
            default -> Stream.empty();
        };
    }

    private static Contact contact(Happening happening, UUID id, Instant receivedAt, Channel channel, String topic) {
        var ticket = happening.after();
        return new Contact(
                id,
                ticket.issueId(),
                UUID.fromString(happening.actor().id()),
                receivedAt,
                channel,
                ticket.queue(),
                topic);
    }

    /** The first contact of a new issue has no others to be ordered with. */
    private static Set<UUID> changedOrder(Happening happening) {
        var issue = happening.after().issueId();
        return switch (happening.event()) {
            case TicketEvent.Opened opened when opened.previousTicketId() != null -> Set.of(issue);
            case TicketEvent.ContactAdded added -> Set.of(issue);
            case TicketEvent.ContactMovedIn moved -> Set.of(issue);
            case TicketEvent.ContactMovedOut moved -> Set.of(issue);
            case TicketEvent.IssueChanged changed -> Set.of(issue, changed.issueIdBefore());
            default -> Set.of();
        };
    }

    private static boolean changesRows(Happening happening) {
        return switch (happening.event()) {
            case TicketEvent.ContactMovedIn moved -> true;
            case TicketEvent.IssueChanged changed -> true;
            case TicketEvent.Replied replied -> true;
            case TicketEvent.StatusChanged changed ->
                changed.to() == TicketStatus.RESOLVED
                        || (changed.from() == TicketStatus.RESOLVED && changed.to() != TicketStatus.CLOSED);
            default -> false;
        };
    }

    private static void change(Connection connection, Happening happening) throws SQLException {
        var issue = happening.after().issueId();
        var staff = happening.actor().id();
        switch (happening.event()) {
            case TicketEvent.ContactMovedIn moved -> run(connection, MOVE, issue, moved.contactId());
            case TicketEvent.IssueChanged changed -> run(connection, MOVE, issue, changed.contactId());
            case TicketEvent.Replied replied -> run(connection, HANDLE, staff, null, issue);
            case TicketEvent.StatusChanged changed ->
                run(connection, HANDLE, staff, changed.to() == TicketStatus.RESOLVED, issue);
            default ->
                throw new IllegalArgumentException(
                        Objects.toString(happening.event().type()));
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var at = 0; at < values.length; at++) {
                if (values[at] == null) {
                    statement.setNull(at + 1, Types.NULL);
                } else {
                    statement.setObject(at + 1, values[at]);
                }
            }
            statement.executeUpdate();
        }
    }

    private static void order(Connection connection, Set<UUID> issues) throws SQLException {
        if (issues.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(ORDER)) {
            statement.setArray(1, connection.createArrayOf("uuid", issues.toArray()));
            statement.executeUpdate();
        }
    }
}
