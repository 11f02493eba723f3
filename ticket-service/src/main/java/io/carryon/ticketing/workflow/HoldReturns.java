package io.carryon.ticketing.workflow;

import io.carryon.ticketing.outbox.TicketLog;
import io.carryon.ticketing.ticket.TicketStatus;
import io.carryon.ticketing.ticket.Tickets;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Opens tickets whose hold is over. Whichever instance sees one first locks it, the others skip it; its hold ends in the
 * transaction that writes its event, so it comes back once.
 */
@ApplicationScoped
public class HoldReturns {

    private static final int BATCH = 100;

    private final WorkflowStates states;
    private final TicketWorkflow workflow;
    private final Tickets tickets;
    private final TicketLog log;
    private final Clock clock;

    HoldReturns(WorkflowStates states, TicketWorkflow workflow, Tickets tickets, TicketLog log, Clock clock) {
        this.states = states;
        this.workflow = workflow;
        this.tickets = tickets;
        this.log = log;
        this.clock = clock;
    }

    /** Brings back all whose time has come. */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void bringBack() {
        var found = BATCH;
        while (found == BATCH) {
            found = QuarkusTransaction.requiringNew().call(this::batch);
        }
    }

    private int batch() {
        var over = states.lockedWhoseHoldIsOver(clock.instant(), BATCH);
        if (over.isEmpty()) {
            return 0;
        }
        var onHold = tickets.locked(over).stream()
                .filter(ticket -> ticket.state().status() == TicketStatus.ON_HOLD)
                .toList();
        workflow.bringBack(onHold);
        // Of what was closed meanwhile, by a merge for example, the hold is over as well, and nothing more.
        states.returned(over);
        log.append(log.happened(onHold, null));
        return over.size();
    }
}
