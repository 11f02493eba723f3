package io.carryon.ticketing.search;

import io.carryon.ticketing.ticket.TicketStatus;
import io.carryon.ticketing.ticket.Tickets;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The metric {@code carryon.tickets.open}: how many tickets wait for something. */
@ApplicationScoped
class OpenTickets {

    private final Tickets tickets;
    private final AtomicLong open;

    OpenTickets(Tickets tickets, MeterRegistry metrics) {
        this.tickets = tickets;
        this.open = metrics.gauge("carryon.tickets.open", new AtomicLong());
    }

    @Scheduled(every = "15s")
    @Transactional
    void count() {
        open.set(tickets.count("status not in ?1", List.of(TicketStatus.RESOLVED, TicketStatus.CLOSED)));
    }
}
