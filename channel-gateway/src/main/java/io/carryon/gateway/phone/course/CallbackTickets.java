package io.carryon.gateway.phone.course;

import io.carryon.gateway.callback.CallbackBook;
import io.carryon.gateway.callback.SettledCallbacks;
import io.carryon.gateway.ticket.TicketChanged;
import io.carryon.gateway.ticket.TicketFollower;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Notes which ticket a callback is about, most often known only after it was asked for, and what staff made of it. */
@ApplicationScoped
class CallbackTickets implements TicketFollower {

    private final CallbackBook book;
    private final CallCallbacks callbacks;
    private final SettledCallbacks settled;

    CallbackTickets(CallbackBook book, CallCallbacks callbacks, SettledCallbacks settled) {
        this.book = book;
        this.callbacks = callbacks;
        this.settled = settled;
    }

    @Override
    public void follow(List<TicketChanged> tickets) {
        // First: what has ended is nobody's place taken when contacts come together on a ticket.
        tickets.stream()
                .filter(ticket -> ticket.callback() != null)
                .forEach(ticket -> settle(ticket.callback(), ticket.at()));
        var ties =
                tickets.stream().filter(ticket -> ticket.tiedContact() != null).toList();
        var concerned = book.having(
                ties.stream().map(TicketChanged::tiedContact).distinct().toList());
        ties.stream()
                .filter(ticket -> concerned.contains(ticket.tiedContact()))
                .forEach(ticket -> callbacks.tie(ticket.tiedContact(), ticket.ticketId(), ticket.movedIn()));
    }

    private void settle(TicketChanged.Callback callback, Instant at) {
        settled.settle(callback.callbackId(), callback.state(), callback.since() == null ? at : callback.since());
    }
}
