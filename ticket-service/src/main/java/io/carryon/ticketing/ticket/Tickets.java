package io.carryon.ticketing.ticket;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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

    /** The issue's open ticket, else its latest closed one, locked until the transaction ends. */
    public Optional<Ticket> lockedLatestOfIssue(UUID issueId) {
        return find("issueId = ?1 order by case when status = CLOSED then 1 else 0 end, openedAt desc", issueId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, 1)
                .firstResultOptional();
    }

    /** All tickets of an issue, latest first. */
    public List<Ticket> ofIssue(UUID issueId) {
        return list("issueId = ?1 order by openedAt desc", issueId);
    }
}
