package io.carryon.ticketing.ticket;

import static io.carryon.ticketing.storage.ManyRows.column;

import io.carryon.ticketing.storage.ManyRows;
import io.carryon.ticketing.storage.OpenTransaction;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.SQLException;
import java.util.ArrayList;
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

    private final DataSource database;

    public Tickets(DataSource database) {
        this.database = database;
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
        var ids = lock(LOCK_AROUND, contactId, issueId);
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /**
     * Of each issue the open ticket, else the latest closed one, locked until the transaction ends: one statement, and
     * locks in one order, so that two batches never wait for each other. Most issues of a batch are new and have none.
     */
    public List<Ticket> lockedLatestOfIssues(Collection<UUID> issueIds) {
        var ids = lock(LOCK_LATEST, (Object) issueIds.toArray(UUID[]::new));
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** Stores tickets that are new, by one statement in the caller's transaction. */
    public void storeNew(List<Ticket> tickets) {
        NEW.insert(database, tickets);
    }

    private List<UUID> lock(String sql, Object... values) {
        try (var connection = OpenTransaction.of(database);
                var select = connection.prepareStatement(sql)) {
            for (var at = 0; at < values.length; at++) {
                select.setObject(
                        at + 1,
                        values[at] instanceof UUID[] many ? connection.createArrayOf("uuid", many) : values[at]);
            }
            var ids = new ArrayList<UUID>();
            try (var found = select.executeQuery()) {
                while (found.next()) {
                    ids.add(found.getObject(1, UUID.class));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException("The tickets cannot be locked", e);
        }
    }

    /** Tickets whose conversations have moved to the given one. */
    public List<Ticket> mergedInto(UUID ticketId) {
        return list("mergedIntoTicketId = ?1 order by openedAt", ticketId);
    }

    /** All tickets of an issue, latest first. */
    public List<Ticket> ofIssue(UUID issueId) {
        return list("issueId = ?1 order by openedAt desc", issueId);
    }
}
