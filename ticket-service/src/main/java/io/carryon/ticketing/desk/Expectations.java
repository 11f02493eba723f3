package io.carryon.ticketing.desk;

import io.carryon.ticketing.outbox.Outlook;
import io.carryon.ticketing.promises.PresentOutlooks;
import io.carryon.ticketing.sla.ClockView;
import io.carryon.ticketing.sla.Waiting;
import io.carryon.ticketing.ticket.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** What the customer of a ticket can expect, and how long they have waited. */
@ApplicationScoped
class Expectations {

    private final PresentOutlooks outlooks;
    private final Waiting waiting;
    private final Clock clock;

    Expectations(PresentOutlooks outlooks, Waiting waiting, Clock clock) {
        this.outlooks = outlooks;
        this.waiting = waiting;
        this.clock = clock;
    }

    /** Null for a ticket that is done. */
    @Transactional
    Outlook outlook(Ticket ticket) {
        return outlooks.of(ticket.id(), ticket.state(), clock.instant()).orElse(null);
    }

    @Transactional
    List<ClockView> clocks(Ticket ticket) {
        return waiting.shown(ticket.id());
    }
}
