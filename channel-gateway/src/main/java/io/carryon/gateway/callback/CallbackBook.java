package io.carryon.gateway.callback;

import com.fasterxml.uuid.Generators;
import io.carryon.gateway.problem.ProblemException;
import io.carryon.gateway.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The callbacks of customers, whichever channel asked: one live for a contact and, where the ticket is known, for the
 * ticket. Who books holds one lock for all, so that no slot is ever given to more than it has room for.
 */
@ApplicationScoped
public class CallbackBook {

    private static final long LOCK = 0x6361_6c6c_6261_636bL;
    private static final String LIVE = "state in ('OFFERED', 'REQUESTED') and (not_after is null or not_after > ?)";

    private final Sql sql;
    private final CallbackSlots slots;
    private final Clock clock;

    public CallbackBook(Sql sql, CallbackSlots slots, Clock clock) {
        this.sql = sql;
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * What a wish led to: a new callback, the live one moved, or no change at all.
     *
     * @param replaced those of the same contact or ticket that were cancelled for it
     */
    public record Booked(Callback callback, boolean first, boolean changed, List<Callback> replaced) {}

    /**
     * Books the first slot within the wished times that has room, in the caller's transaction if there is one; 409 when
     * none has. The live callback of the contact, or of its ticket, is moved.
     */
    @Transactional
    public Booked book(CallbackWish wish) {
        sql.query("select pg_advisory_xact_lock(?)", row -> true, LOCK);
        settlePast(wish);
        var live = live(wish.contactId(), wish.ticketId());
        var slot = slots.free(live.orElse(null)).stream()
                .filter(free -> free.isWithin(wish.notBefore(), wish.notAfter()))
                .findFirst()
                .orElseThrow(CallbackBook::noRoom);
        if (live.isEmpty()) {
            return new Booked(insert(wish, slot), true, true, List.of());
        }
        var before = live.get();
        var same = before.state() == Callback.State.REQUESTED
                && before.number().equals(wish.number())
                && Objects.equals(before.notBefore(), slot.notBefore());
        if (same) {
            return new Booked(before, false, false, List.of());
        }
        // The ticket became known after the contact had a callback of its own: one of the two is enough.
        var replaced = cancelOthers(before, wish.contactId(), wish.ticketId());
        return new Booked(moved(before, wish, slot), before.state() == Callback.State.OFFERED, true, replaced);
    }

    private static ProblemException noRoom() {
        return ProblemException.conflict(
                "no-slot",
                "No slot within these times has room. Offer the customer one of those that GET slots names now.");
    }

    private Callback moved(Callback before, CallbackWish wish, CallbackSlot slot) {
        return sql.first(
                        """
                        update callback set state = 'REQUESTED', contact_id = ?, ticket_id = coalesce(?, ticket_id),
                            number = ?, not_before = ?, not_after = ?, changed_at = ?
                        where callback_id = ? returning *
                        """,
                        Callback::of,
                        wish.contactId(),
                        wish.ticketId(),
                        wish.number(),
                        slot.notBefore(),
                        slot.notAfter(),
                        clock.instant(),
                        before.callbackId())
                .orElseThrow();
    }

    private List<Callback> cancelOthers(Callback kept, UUID contactId, UUID ticketId) {
        return sql.query(
                "update callback set state = 'CANCELLED', changed_at = ? where (contact_id = ? or ticket_id = ?)"
                        + " and callback_id <> ? and " + LIVE + " returning *",
                Callback::of,
                clock.instant(),
                contactId,
                ticketId,
                kept.callbackId(),
                clock.instant());
    }

    /**
     * Notes, in the caller's transaction, which ticket the live callback of a contact is about; returns those that were
     * cancelled, because one callback of a ticket is enough: the one asked for last.
     */
    @Transactional
    public List<Callback> tie(UUID contactId, UUID ticketId, boolean moved) {
        sql.query("select pg_advisory_xact_lock(?)", row -> true, LOCK);
        settlePast(new CallbackWish(contactId, ticketId, null, null, null));
        var own = sql.first(
                "select * from callback where contact_id = ? and " + LIVE, Callback::of, contactId, clock.instant());
        if (own.isEmpty() || (own.get().ticketId() != null && !moved)) {
            return List.of();
        }
        var kept = sql.first(
                        "select * from callback where (contact_id = ? or ticket_id = ?) and " + LIVE
                                + " order by state = 'REQUESTED' desc, changed_at desc limit 1",
                        Callback::of,
                        contactId,
                        ticketId,
                        clock.instant())
                .orElseThrow();
        var replaced = cancelOthers(kept, contactId, ticketId);
        sql.update("update callback set ticket_id = ? where callback_id = ?", ticketId, kept.callbackId());
        return replaced;
    }

    /** Those of the contacts that have a live callback. */
    public Set<UUID> having(Collection<UUID> contactIds) {
        return contactIds.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.query(
                        "select distinct contact_id from callback where contact_id = any(?) and " + LIVE,
                        row -> row.getObject(1, UUID.class),
                        contactIds.toArray(UUID[]::new),
                        clock.instant()));
    }

    private Callback insert(CallbackWish wish, CallbackSlot slot) {
        return sql.first(
                        """
                        insert into callback (callback_id, contact_id, ticket_id, number, state, not_before, not_after,
                            changed_at)
                        values (?, ?, ?, ?, 'REQUESTED', ?, ?, ?) returning *
                        """,
                        Callback::of,
                        Generators.timeBasedEpochGenerator().generate(),
                        wish.contactId(),
                        wish.ticketId(),
                        wish.number(),
                        slot.notBefore(),
                        slot.notAfter(),
                        clock.instant())
                .orElseThrow();
    }

    /** Offers staff to call somebody who gave up, unless a callback is live already; empty then. */
    @Transactional
    public Optional<Callback> offer(UUID contactId, UUID ticketId, String number) {
        return live(contactId, ticketId).isPresent()
                ? Optional.empty()
                : sql.first("""
                        insert into callback (callback_id, contact_id, ticket_id, number, state, changed_at)
                        values (?, ?, ?, ?, 'OFFERED', ?) on conflict do nothing returning *
                        """, Callback::of, UUID.randomUUID(), contactId, ticketId, number, clock.instant());
    }

    /** Takes an offer back that nobody asked for; empty when there is none. */
    @Transactional
    public Optional<Callback> withdraw(UUID contactId) {
        return sql.first(
                "update callback set state = 'CANCELLED', changed_at = ? where contact_id = ? and state = 'OFFERED'"
                        + " returning *",
                Callback::of,
                clock.instant(),
                contactId);
    }

    /** Ends the live callback of the contact or its ticket; empty when there is none. */
    @Transactional
    public Optional<Callback> cancel(UUID contactId, UUID ticketId) {
        return live(contactId, ticketId)
                .flatMap(live -> sql.first(
                        "update callback set state = 'CANCELLED', changed_at = ? where callback_id = ? returning *",
                        Callback::of,
                        clock.instant(),
                        live.callbackId()));
    }

    /** The live callback of the ticket, or of the contact; what the customer asked for before what is only offered. */
    public Optional<Callback> live(UUID contactId, UUID ticketId) {
        return sql.first(
                "select * from callback where (ticket_id = ? or contact_id = ?) and " + LIVE
                        + " order by state = 'REQUESTED' desc, coalesce(ticket_id = ?, false) desc limit 1",
                Callback::of,
                ticketId == null ? contactId : ticketId,
                contactId,
                clock.instant(),
                ticketId == null ? contactId : ticketId);
    }

    /** What the customer asked for last for this contact and what became of it, if anything. */
    public Optional<Callback> latest(UUID contactId) {
        return sql.first(
                "select * from callback where contact_id = ? order by changed_at desc limit 1",
                Callback::of,
                contactId);
    }

    /** The live callback about one of the tickets, one that was asked for before one that is offered. */
    public Optional<Callback> liveOfTickets(List<UUID> tickets) {
        return tickets.isEmpty()
                ? Optional.empty()
                : sql.first(
                        "select * from callback where ticket_id = any(?) and " + LIVE
                                + " order by state desc, not_before limit 1",
                        Callback::of,
                        tickets.toArray(UUID[]::new),
                        clock.instant());
    }

    // Staff settle it where they work; here a slot that is over keeps nothing from being asked for again.
    private void settlePast(CallbackWish wish) {
        sql.update("""
                update callback set state = 'PAST' where state = 'REQUESTED' and not_after <= ?
                    and (contact_id = ? or ticket_id = ?)
                """, clock.instant(), wish.contactId(), wish.ticketId());
    }
}
