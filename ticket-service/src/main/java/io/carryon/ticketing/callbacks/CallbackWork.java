package io.carryon.ticketing.callbacks;

import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Staff say what became of a callback, on the revision they have seen. */
@ApplicationScoped
class CallbackWork {

    private final Callbacks callbacks;
    private final CallbackViews views;
    private final Tickets tickets;
    private final TicketLog log;
    private final Clock clock;

    CallbackWork(Callbacks callbacks, CallbackViews views, Tickets tickets, TicketLog log, Clock clock) {
        this.callbacks = callbacks;
        this.views = views;
        this.tickets = tickets;
        this.log = log;
        this.clock = clock;
    }

    /** In the caller's transaction; the same again changes nothing. */
    CallbackView settle(UUID id, String ifMatch, CallbackState end, String note, Actor by) {
        var seen = views.one(id).orElseThrow(() -> ProblemException.notFound("There is no callback " + id + "."));
        var ticket = tickets.locked(seen.ticket().id()).orElseThrow();
        // Its contact may have gone to another ticket before this one was locked; from here on it stays.
        if (!views.one(id).orElseThrow().ticket().id().equals(ticket.id())) {
            throw ProblemException.conflict(
                    "callback-moved", "The callback's contact went to another ticket meanwhile: try again.");
        }
        var callback = callbacks.locked(List.of(id)).getFirst();
        if (ifMatch != null && callback.isSettled(end, note, by.id())) {
            return views.one(id).orElseThrow();
        }
        Revision.require(ifMatch, "callback", callback.version());
        if (!callback.isLive()) {
            throw ProblemException.conflict(
                    "callback-settled",
                    "The callback is %s; only one that is requested or offered can be settled."
                            .formatted(callback.state()));
        }
        callback.settle(end, note, by.id(), clock.instant());
        ticket.reported(callback.event(), by, clock.instant());
        log.append(ticket);
        callbacks.flush();
        return views.one(id).orElseThrow();
    }
}
