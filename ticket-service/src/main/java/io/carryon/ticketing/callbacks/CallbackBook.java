package io.carryon.ticketing.callbacks;

import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The callbacks that a batch of the phone's words is about, read at once. A ticket has at most one live callback: one
 * that is asked for takes the place of any other, one that is merely offered takes nobody's. What happened is left with
 * the ticket, for its log.
 */
public final class CallbackBook {

    private final Callbacks callbacks;
    private final Clock clock;
    private final Map<UUID, Callback> byId = new HashMap<>();
    private final Map<UUID, Set<UUID>> onTickets = new HashMap<>();

    CallbackBook(Callbacks callbacks, Clock clock) {
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /** The live ones of tickets and those named, locked until the transaction ends: by two statements. */
    CallbackBook read(Set<UUID> tickets, Set<UUID> named) {
        var ids = new HashSet<>(named);
        callbacks.live(tickets).forEach(live -> {
            ids.add(live.callback());
            onTickets.computeIfAbsent(live.ticket(), ticket -> new HashSet<>()).add(live.callback());
        });
        callbacks.locked(ids).forEach(callback -> byId.put(callback.id(), callback));
        return this;
    }

    /** Follows the phone; what it says in a word nobody knows is left out. */
    public void follow(Ticket ticket, CallbackWish wish, boolean callerReachedSomebody) {
        var known = byId.get(wish.callbackId());
        switch (wish.state()) {
            case "requested", "moved" -> ask(ticket, known, wish);
            case "cancelled" -> cancel(ticket, known, wish);
            case "offered" -> offer(ticket, known, wish, callerReachedSomebody);
            default -> {}
        }
    }

    /** The customer spoke with somebody: what was only offered to them is not needed any more. */
    public void reachedSomebody(Ticket ticket, Instant at) {
        live(ticket).stream()
                .filter(live -> live.state() == CallbackState.offered)
                .forEach(offered -> withdraw(ticket, offered, at));
    }

    /** Of several on a ticket, one that was asked for stays before one that was offered, and the latest of them. */
    void keepOne(Ticket ticket, Instant at) {
        live(ticket).stream().sorted(Callback.LEAST_LAST).skip(1).forEach(lesser -> withdraw(ticket, lesser, at));
    }

    /** Nobody is called back on the ticket about any of the contacts. */
    void withdraw(Ticket ticket, Set<UUID> contacts, Instant at) {
        live(ticket).stream()
                .filter(live -> contacts.contains(live.contactId()))
                .forEach(live -> withdraw(ticket, live, at));
    }

    private void ask(Ticket ticket, Callback known, CallbackWish wish) {
        if (put(ticket, known, wish, CallbackState.requested)) {
            live(ticket).stream()
                    .filter(other -> !other.id().equals(wish.callbackId()))
                    .forEach(other -> withdraw(ticket, other, wish.at()));
        }
    }

    private void cancel(Ticket ticket, Callback known, CallbackWish wish) {
        if (known == null || known.isLive()) {
            put(ticket, known, wish, CallbackState.cancelled);
        }
    }

    private void offer(Ticket ticket, Callback known, CallbackWish wish, boolean callerReachedSomebody) {
        var needed = !callerReachedSomebody
                && live(ticket).stream()
                        .allMatch(live -> live.id().equals(wish.callbackId()) && live.state() == CallbackState.offered);
        if (needed) {
            put(ticket, known, wish, CallbackState.offered);
        } else if (known == null) {
            put(ticket, null, wish, CallbackState.withdrawn);
        }
    }

    private boolean put(Ticket ticket, Callback known, CallbackWish wish, CallbackState state) {
        if (known != null && !known.follow(wish, state)) {
            return false;
        }
        var callback = known == null ? made(wish, state) : known;
        onTickets.values().forEach(ids -> ids.remove(callback.id()));
        onTickets.computeIfAbsent(ticket.id(), id -> new HashSet<>()).add(callback.id());
        report(ticket, callback);
        return true;
    }

    private Callback made(CallbackWish wish, CallbackState state) {
        var made = new Callback(wish, state);
        callbacks.persist(made);
        byId.put(made.id(), made);
        return made;
    }

    private List<Callback> live(Ticket ticket) {
        return onTickets.getOrDefault(ticket.id(), Set.of()).stream()
                .map(byId::get)
                .filter(Callback::isLive)
                .toList();
    }

    private void withdraw(Ticket ticket, Callback callback, Instant at) {
        callback.settle(CallbackState.withdrawn, null, null, at);
        report(ticket, callback);
    }

    private void report(Ticket ticket, Callback callback) {
        ticket.reported(callback.event(), Actor.SYSTEM, clock.instant());
    }
}
