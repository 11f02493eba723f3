package io.carryon.ticketing.calls;

import io.carryon.ticketing.callbacks.CallbackRequests;
import io.carryon.ticketing.inbox.EarlyEvents;
import io.carryon.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Takes customers out of what the phone told: their numbers, what they were asked, and what staff noted of them. */
@ApplicationScoped
public class CallErasure {

    private final Calls calls;
    private final EarlyEvents<CallChanged> early;
    private final CallbackRequests callbacks;

    CallErasure(Calls calls, EarlyEvents<CallChanged> early, CallbackRequests callbacks) {
        this.calls = calls;
        this.early = early;
        this.callbacks = callbacks;
    }

    /** The tickets on which somebody is to be called back about one of the contacts. */
    public List<UUID> ticketsWithLiveCallbacks(Collection<UUID> contacts) {
        return callbacks.ticketsWithLive(contacts);
    }

    /** Nobody is called back about the contacts any more; the tickets are locked, and are told. */
    public void withdrawCallbacks(List<Ticket> tickets, Collection<UUID> contacts) {
        callbacks.withdraw(tickets, contacts);
    }

    /** In the caller's transaction; states, times and who answered stay. */
    public void erase(Collection<UUID> contacts) {
        calls.erase(contacts);
        early.erase(contacts);
        callbacks.erase(contacts);
    }
}
