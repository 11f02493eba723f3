package io.carryon.ticketing.calls;

import io.carryon.ticketing.inbox.EventDoor.Arrived;
import io.carryon.ticketing.outbox.LoggedEvent;
import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings what the phone told to the calls it is about and to their tickets, in the caller's transaction, by a number of
 * statements that does not grow with what was told.
 */
@ApplicationScoped
public class CallFollowing {

    private final Calls calls;
    private final Tickets tickets;
    private final CallProgress progress;
    private final TicketLog log;
    private final Clock clock;

    CallFollowing(Calls calls, Tickets tickets, CallProgress progress, TicketLog log, Clock clock) {
        this.calls = calls;
        this.tickets = tickets;
        this.progress = progress;
        this.log = log;
        this.clock = clock;
    }

    /** Follows what was told of contacts that the transaction itself has just brought here. */
    public void follow(List<Arrived<CallChanged>> told) {
        if (!told.isEmpty()) {
            follow(locked(contacts(told)), told);
        }
    }

    /** Follows what was told in order; the tickets of the contacts are locked. */
    void follow(Map<UUID, Ticket> homes, List<Arrived<CallChanged>> told) {
        if (told.isEmpty()) {
            return;
        }
        // The phone's word and the erasure come on different ways: what was erased must not come back.
        var erased = calls.erased(contacts(told));
        var known =
                calls.locked(contacts(told)).stream().collect(Collectors.toMap(Call::contactId, Function.identity()));
        var scene = progress.scene(homes, told.stream().map(Arrived::data).toList());
        var happened = new ArrayList<LoggedEvent>();
        for (var event : told) {
            var change =
                    erased.contains(event.data().contactId()) ? event.data().withoutPerson() : event.data();
            var ticket = homes.get(change.contactId());
            // Whoever asked in writing to be called back has not called.
            var call = change.isCallback()
                    ? known.get(change.contactId())
                    : known.computeIfAbsent(change.contactId(), this::unknown);
            progress.follow(scene, call, ticket, change);
            happened.addAll(log.happened(ticket, event.correlation()));
        }
        calls.flush();
        progress.leave(scene);
        log.append(happened);
    }

    /**
     * The tickets that the contacts are on, locked until the transaction ends; contacts that are not here are left out.
     *
     * @throws IllegalStateException when a contact went to another ticket meanwhile: try again
     */
    Map<UUID, Ticket> locked(Collection<UUID> contacts) {
        var homes = calls.homes(contacts);
        if (homes.isEmpty()) {
            return Map.of();
        }
        var byId = tickets.locked(homes.values().stream().distinct().toList()).stream()
                .collect(Collectors.toMap(Ticket::id, Function.identity()));
        if (!calls.homes(homes.keySet()).equals(homes)) {
            throw new IllegalStateException("A contact moved meanwhile: look again");
        }
        var found = new HashMap<UUID, Ticket>();
        homes.forEach((contact, ticket) -> found.put(contact, byId.get(ticket)));
        return found;
    }

    static List<UUID> contacts(List<Arrived<CallChanged>> told) {
        return told.stream().map(event -> event.data().contactId()).distinct().toList();
    }

    /** A call of a contact that came before calls were kept. */
    private Call unknown(UUID contactId) {
        var call = new Call(contactId, clock.instant());
        calls.persist(call);
        return call;
    }
}
