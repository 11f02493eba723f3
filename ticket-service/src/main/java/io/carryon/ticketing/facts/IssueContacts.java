package io.carryon.ticketing.facts;

import static io.carryon.ticketing.storage.ManyRows.column;

import io.carryon.ticketing.outbox.LogProjection;
import io.carryon.ticketing.storage.ManyRows;
import io.carryon.ticketing.storage.Sql;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Happening;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketStatus;
import jakarta.enterprise.context.ApplicationScoped;
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
public class IssueContacts implements LogProjection {

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

    // A contact that comes after all others of its issue is put at the end by looking at the last one alone; issues
    // with
    // one that comes before another are answered, to be put in order as a whole.
    private static final String APPEND = """
            with fresh as (
                select contact_id, issue_id, at from ticketing.issue_contact where contact_id = any(?)),
            ends as (
                select last.* from (select distinct issue_id from fresh) as i cross join lateral (
                    select c.contact_id, c.issue_id, c.at, c.position from ticketing.issue_contact c
                    where c.issue_id = i.issue_id and c.contact_id <> all(?)
                    order by c.at desc, c.contact_id desc limit 1) as last),
            placed as (
                select contact_id, issue_id, place, row_number() over issue as n, lead(at) over issue as next_at,
                       coalesce(first_value(place) over issue, 1) as first
                from (select contact_id, issue_id, at, position as place from ends
                      union all select contact_id, issue_id, at, null from fresh) as tail
                window issue as (partition by issue_id order by at, contact_id)),
            disordered as (select issue_id from placed where place is not null and n > 1),
            appended as (
                update ticketing.issue_contact c set position = p.first + p.n - 1, next_at = p.next_at
                from placed p
                where c.contact_id = p.contact_id and p.issue_id not in (select issue_id from disordered))
            select issue_id from disordered""";

    private record Contact(
            UUID contactId, UUID issueId, UUID customerId, Instant at, Channel channel, String queue, String topic) {}

    private final DataSource database;
    private final Sql sql;

    public IssueContacts(DataSource database) {
        this.database = database;
        this.sql = new Sql(database);
    }

    /**
     * Follows events in their order, in the caller's transaction; at most two statements for a batch of contacts, whose
     * work does not grow with their issues' history as long as they come in the order they were received.
     */
    @Override
    public void follow(List<Happening> happenings) {
        var arrived = happenings.stream().flatMap(IssueContacts::arrived).toList();
        var fresh = ROWS.insertedIds(database, arrived, "contact_id");
        happenings.stream().filter(IssueContacts::changesRows).forEach(this::change);
        var disordered = new HashSet<UUID>();
        if (!fresh.isEmpty() && happenings.stream().anyMatch(IssueContacts::mayFollowOthers)) {
            disordered.addAll(sql.list(APPEND, Sql.ID, fresh, fresh));
        }
        happenings.forEach(happening -> disordered.addAll(changedOrder(happening)));
        if (!disordered.isEmpty()) {
            sql.update(ORDER, disordered);
        }
    }

    /** Whose contact it is: the member of a group of merged customers. */
    public Optional<UUID> customerOf(UUID contactId) {
        return sql.first(CUSTOMER, Sql.ID, contactId);
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
    private static boolean mayFollowOthers(Happening happening) {
        return switch (happening.event()) {
            case TicketEvent.Opened opened -> opened.previousTicketId() != null;
            case TicketEvent.ContactAdded added -> true;
            default -> false;
        };
    }

    private static Set<UUID> changedOrder(Happening happening) {
        var issue = happening.after().issueId();
        return switch (happening.event()) {
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

    private void change(Happening happening) {
        var issue = happening.after().issueId();
        var staff = happening.actor().id();
        switch (happening.event()) {
            case TicketEvent.ContactMovedIn moved -> sql.update(MOVE, issue, moved.contactId());
            case TicketEvent.IssueChanged changed -> sql.update(MOVE, issue, changed.contactId());
            case TicketEvent.Replied replied -> sql.update(HANDLE, staff, null, issue);
            case TicketEvent.StatusChanged changed ->
                sql.update(HANDLE, staff, changed.to() == TicketStatus.RESOLVED, issue);
            default ->
                throw new IllegalArgumentException(
                        Objects.toString(happening.event().type()));
        }
    }
}
