package io.carryon.gateway.phone.course;

import io.carryon.gateway.callback.CallbackBook;
import io.carryon.gateway.ticket.TicketChanged;
import io.carryon.gateway.ticket.TicketFollower;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Notes which ticket a callback is about, which most often is known only after it was asked for. */
@ApplicationScoped
class CallbackTickets implements TicketFollower {

    private final CallbackBook book;
    private final CallCallbacks callbacks;

    CallbackTickets(CallbackBook book, CallCallbacks callbacks) {
        this.book = book;
        this.callbacks = callbacks;
    }

    @Override
    public void follow(List<TicketChanged> tickets) {
        var ties =
                tickets.stream().filter(ticket -> ticket.tiedContact() != null).toList();
        var concerned = book.having(
                ties.stream().map(TicketChanged::tiedContact).distinct().toList());
        ties.stream()
                .filter(ticket -> concerned.contains(ticket.tiedContact()))
                .forEach(ticket -> callbacks.tie(ticket.tiedContact(), ticket.ticketId(), ticket.movedIn()));
    }
}
