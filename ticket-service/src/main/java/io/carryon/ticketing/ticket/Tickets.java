package io.carryon.ticketing.ticket;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All tickets. Who is going to change one locks it, so that verbs on one ticket happen one after another. */
@ApplicationScoped
public class Tickets implements PanacheRepositoryBase<Ticket, UUID> {

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
     * Of each issue the open ticket, else the latest closed one, locked until the transaction ends: one statement, and
     * locks in one order, so that two batches never wait for each other.
     */
    @SuppressWarnings("unchecked")
    public List<Ticket> lockedLatestOfIssues(Collection<UUID> issueIds) {
        return getEntityManager()
                .createNativeQuery("""
                        select * from ticketing.ticket where id in (
                            select distinct on (issue_id) id from ticketing.ticket where issue_id = any(?1)
                            order by issue_id, (status = 'CLOSED'), opened_at desc)
                        order by id for update""", Ticket.class)
                .setParameter(1, issueIds.toArray(UUID[]::new))
                .getResultList();
    }

    /** All tickets of an issue, latest first. */
    public List<Ticket> ofIssue(UUID issueId) {
        return list("issueId = ?1 order by openedAt desc", issueId);
    }
}
