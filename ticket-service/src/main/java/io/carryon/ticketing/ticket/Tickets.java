package io.carryon.ticketing.ticket;

import static io.carryon.ticketing.storage.ManyRows.column;

import io.carryon.ticketing.storage.ManyRows;
import io.carryon.ticketing.storage.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** All tickets. Who is going to change one locks it, so that verbs on one ticket happen one after another. */
@ApplicationScoped
public class Tickets implements PanacheRepositoryBase<Ticket, UUID> {

    private static final String LOCK_LATEST = """
            select id from ticketing.ticket where id in (
                select distinct on (issue_id) id from ticketing.ticket where issue_id = any(?)
                order by issue_id, (status = 'CLOSED'), opened_at desc)
            order by id for update""";

    private static final String LOCK_AROUND = """
            select id from ticketing.ticket
            where id = any(array(select ticket_id from ticketing.entry where contact_id = ?)) or id = any(array(
                select id from ticketing.ticket where issue_id = ? order by (status = 'CLOSED'), opened_at desc limit 1))
            order by id for update""";

    private static final ManyRows<Ticket> NEW = new ManyRows<>(
            "ticketing.ticket",
            column("id", "uuid", Ticket::id),
            column("version", "integer", ticket -> 0),
            column("revision", "integer", Ticket::revision),
            column("number", "text", ticket -> ticket.state().number()),
            column("issue_id", "uuid", ticket -> ticket.state().issueId()),
            column("customer_id", "uuid", ticket -> ticket.state().customerId()),
            column("customer_name", "text", Ticket::customerName),
            column("subject", "text", ticket -> ticket.state().subject()),
            column("status", "text", ticket -> ticket.state().status()),
            column("queue", "text", ticket -> ticket.state().queue()),
            column("owner", "text", ticket -> ticket.state().owner()),
            column("priority", "text", ticket -> ticket.state().priority()),
            column("channel", "text", Ticket::channel),
            column("previous_ticket_id", "uuid", Ticket::previousTicketId),
            column("related_issue_id", "uuid", Ticket::relatedIssueId),
            column("merged_into_ticket_id", "uuid", Ticket::mergedIntoTicketId),
            column("moved_positions", "integer", Ticket::movedPositions),
            column("opened_at", "timestamptz", ticket -> ticket.state().openedAt()),
            column("updated_at", "timestamptz", Ticket::updatedAt));

    private static final String REPLACE = """
            update ticketing.ticket t set merged_into_ticket_id = ?
            where t.issue_id = ? and t.merged_into_ticket_id = ? and t.id <> ? and exists (
                select 1 from ticketing.ticket_event e where e.ticket_id = t.id and e.payload ->> 'contactId' = ?::text)""";

    private final DataSource database;
    private final Sql sql;

    public Tickets(DataSource database) {
        this.database = database;
        this.sql = new Sql(database);
    }

    public Optional<Ticket> byNumber(TicketNumber number) {
        return find("number", number.value()).firstResultOptional();
    }

    /** The ticket, locked until the transaction ends. */
    public Optional<Ticket> locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Tickets by id, locked until the transaction ends. */
    public List<Ticket> locked(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /**
     * The tickets with entries of the contact and the latest of an issue, locked until the transaction ends by one
     * statement in the order in which everybody locks tickets.
     */
    public List<Ticket> lockedAround(UUID contactId, UUID issueId) {
        var ids = sql.list(LOCK_AROUND, Sql.ID, contactId, issueId);
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /**
     * Of each issue the open ticket, else the latest closed one, locked until the transaction ends: one statement, and
     * locks in one order, so that two batches never wait for each other. Most issues of a batch are new and have none.
     */
    public List<Ticket> lockedLatestOfIssues(Collection<UUID> issueIds) {
        var ids = sql.list(LOCK_LATEST, Sql.ID, issueIds);
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** Stores tickets that are new, by one statement in the caller's transaction. */
    public void storeNew(List<Ticket> tickets) {
        NEW.insert(database, tickets);
    }

    /** Of the tickets whose conversations have moved to the given one, those opened last. */
    public List<Ticket> mergedInto(UUID ticketId, int limit) {
        return find("mergedIntoTicketId = ?1 order by openedAt desc, id desc", ticketId)
                .page(0, limit)
                .list();
    }

    /**
     * A contact is back at its issue on the ticket {@code to}: tickets of the issue that held it and name {@code from}
     * as the place where it is said on name that ticket now.
     */
    public void leadBack(UUID issueId, UUID contactId, UUID from, UUID to) {
        sql.update(REPLACE, to, issueId, from, to, contactId);
    }

    /** Whether the ticket's issue has another one that is not closed. */
    public boolean isAnotherOpen(Ticket ticket) {
        return count(
                        "issueId = ?1 and id <> ?2 and status <> ?3",
                        ticket.state().issueId(),
                        ticket.id(),
                        TicketStatus.CLOSED)
                > 0;
    }

    /** All tickets of an issue, latest first. */
    public List<Ticket> ofIssue(UUID issueId) {
        return list("issueId = ?1 order by openedAt desc", issueId);
    }
}
