package io.carryon.ticketing.callbacks;

import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;

/**
 * Keeps what customers wish by phone. A ticket has at most one live callback: one that is asked for takes the place of
 * any other, one that is merely offered takes nobody's. Every method runs in the caller's transaction, which holds the
 * ticket's lock; what happened is left with the ticket, for its log.
 */
@ApplicationScoped
public class CallbackRequests {

    private final Callbacks callbacks;
    private final Clock clock;

    CallbackRequests(Callbacks callbacks, Clock clock) {
        this.callbacks = callbacks;
        this.clock = clock;
    }

    /** Follows the phone; what it says in a word nobody knows is left out. */
    public void follow(Ticket ticket, CallbackWish wish, boolean callerReachedSomebody) {
        var known = callbacks.findById(wish.callbackId());
        switch (wish.state()) {
            case "requested", "moved" -> ask(ticket, known, wish);
            case "cancelled" -> cancel(ticket, known, wish);
            case "offered" -> offer(ticket, known, wish, callerReachedSomebody);
            default -> {}
        }
    }

    /** The customer spoke with somebody: what was only offered to them is not needed any more. */
    public void reachedSomebody(Ticket ticket) {
        callbacks.live(ticket.id()).stream()
                .filter(live -> live.state() == CallbackState.offered)
                .forEach(offered -> withdraw(ticket, offered));
    }

    /** What they say of customers who are to be forgotten goes. */
    public void erase(Collection<UUID> contacts) {
        callbacks.erase(contacts);
    }

    private void ask(Ticket ticket, Callback known, CallbackWish wish) {
        if (known != null && !known.isLive()) {
            return;
        }
        callbacks.live(ticket.id()).stream()
                .filter(other -> !other.id().equals(wish.callbackId()))
                .forEach(other -> withdraw(ticket, other));
        put(ticket, known, wish, CallbackState.requested);
    }

    private void cancel(Ticket ticket, Callback known, CallbackWish wish) {
        if (known == null || known.isLive()) {
            put(ticket, known, wish, CallbackState.cancelled);
        }
    }

    private void offer(Ticket ticket, Callback known, CallbackWish wish, boolean callerReachedSomebody) {
        if (known != null) {
            return;
        }
        var needed = !callerReachedSomebody && callbacks.live(ticket.id()).isEmpty();
        put(ticket, null, wish, needed ? CallbackState.offered : CallbackState.withdrawn);
    }

    private void put(Ticket ticket, Callback known, CallbackWish wish, CallbackState state) {
        if (known == null) {
            var made = new Callback(wish, state);
            callbacks.persist(made);
            report(ticket, made);
        } else if (known.follow(wish, state)) {
            report(ticket, known);
        }
    }

    private void withdraw(Ticket ticket, Callback callback) {
        callback.settle(CallbackState.withdrawn, null, null, clock.instant());
        report(ticket, callback);
    }

    private void report(Ticket ticket, Callback callback) {
        ticket.reported(callback.event(), Actor.SYSTEM, clock.instant());
    }
}
